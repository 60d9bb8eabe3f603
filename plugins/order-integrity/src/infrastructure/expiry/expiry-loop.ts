import { type BeforeApplicationShutdown, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Logger, ProcessContext } from '@vendure/core';
import { setTimeout as sleep } from 'node:timers/promises';
import { ExpireUnpaidOrders } from '../../application/expire-unpaid-orders';
import { loggerCtx } from '../logger-context';

const PAUSE_MS = 5_000;

/** Looks every few seconds for orders that were left in payment. Runs in workers, on as many as there are. */
@Injectable()
export class ExpiryLoop implements OnApplicationBootstrap, BeforeApplicationShutdown {
    private readonly shutdown = new AbortController();
    private running: Promise<void> | undefined;

    constructor(
        private readonly processContext: ProcessContext,
        private readonly expireUnpaidOrders: ExpireUnpaidOrders,
    ) {}

    onApplicationBootstrap(): void {
        if (this.processContext.isWorker) {
            this.running = this.run(this.shutdown.signal);
        }
    }

    /** Before the connections to the database are closed. */
    async beforeApplicationShutdown(): Promise<void> {
        this.shutdown.abort();
        await this.running;
    }

    private async run(signal: AbortSignal): Promise<void> {
        while (!signal.aborted) {
            await this.expireUnpaidOrders.run(signal).catch((error: unknown) => {
                Logger.error(`Can't look for orders left in payment: ${String(error)}`, loggerCtx);
            });
            await sleep(PAUSE_MS, undefined, { signal }).catch(() => undefined);
        }
    }
}
