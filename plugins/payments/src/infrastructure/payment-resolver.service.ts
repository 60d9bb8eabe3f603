import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Logger, ProcessContext } from '@vendure/core';
import { setTimeout as sleep } from 'node:timers/promises';
import { FinishPayment } from '../application/finish-payment';
import { IntentStore } from '../application/ports/intent-store.port';
import { loggerCtx } from './logger-context';

/** Pause between two looks for payments that are due. */
const INTERVAL_MS = 1_000;
/** Payments brought on at the same time. Each one mostly waits for its provider. */
const CONCURRENCY = 8;

/** In each worker: brings every payment that was left half-way to its end. */
@Injectable()
export class PaymentResolver implements OnApplicationBootstrap, OnApplicationShutdown {
    private readonly stopping = new AbortController();
    private running: Promise<void> = Promise.resolve();

    constructor(
        private readonly store: IntentStore,
        private readonly finishing: FinishPayment,
        private readonly processContext: ProcessContext,
    ) {}

    onApplicationBootstrap(): void {
        if (this.processContext.isWorker) {
            this.running = this.loop();
        }
    }

    /** Lets what is under way come to its end: the calls are bounded. */
    async onApplicationShutdown(): Promise<void> {
        this.stopping.abort();
        await this.running;
    }

    /** Brings all payments on that are due. @returns How many there were. */
    async resolveDue(): Promise<number> {
        const due = await this.store.findDue(CONCURRENCY);
        await Promise.all(due.map(intentId => this.finish(intentId)));
        return due.length;
    }

    private async loop(): Promise<void> {
        const { signal } = this.stopping;
        while (!signal.aborted) {
            const wasBusy = await this.resolveDueOrLog();
            if (!wasBusy) {
                await sleep(INTERVAL_MS, undefined, { signal }).catch(() => undefined);
            }
        }
    }

    private async resolveDueOrLog(): Promise<boolean> {
        try {
            return (await this.resolveDue()) === CONCURRENCY;
        } catch (error) {
            Logger.error(`Can't look for payments that are due: ${String(error)}`, loggerCtx);
            return false;
        }
    }

    private async finish(intentId: string): Promise<void> {
        try {
            await this.finishing.run(intentId);
        } catch (error) {
            const stack = error instanceof Error ? error.stack : undefined;
            Logger.error(
                `Can't finish payment ${intentId}, will try again: ${String(error)}`,
                loggerCtx,
                stack,
            );
        }
    }
}
