import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Logger, ProcessContext, TransactionalConnection } from '@vendure/core';
import { AUDIT_OPTIONS, type AuditSettings } from '../../audit.options';
import { loggerCtx } from '../logger-context';
import { Anchors } from './anchors';

const EVERY_MS = 1000;

/** So many of a class are linked in one transaction. */
const BATCH = 5000;

const MONTHS_AHEAD = 6;

const A_DAY = 24 * 60 * 60_000;

/**
 * Links what is committed, a second later at most, and signs an anchor from time to time. Every worker has one; the
 * database lets one of them link at a time, and the next one goes on where a killed one was.
 */
@Injectable()
export class Chainer implements OnApplicationBootstrap, OnApplicationShutdown {
    private timer: NodeJS.Timeout | undefined;
    private turn: Promise<void> = Promise.resolve();
    private anchorAt = 0;
    private partitionsAt = 0;
    private hasFailed = false;

    constructor(
        @Inject(AUDIT_OPTIONS) private readonly options: AuditSettings,
        private readonly connection: TransactionalConnection,
        private readonly process: ProcessContext,
        private readonly anchors: Anchors,
    ) {}

    onApplicationBootstrap(): void {
        if (this.process.isWorker) {
            this.schedule();
        }
    }

    async onApplicationShutdown(): Promise<void> {
        clearTimeout(this.timer);
        this.timer = undefined;
        await this.turn;
    }

    /** Links everything that is committed now. @returns how many entries. */
    async linkAll(): Promise<number> {
        let all = 0;
        for (;;) {
            const [row] = await this.connection.rawConnection.query<{ linked: number }[]>(
                'SELECT efi_audit.link_pending($1) AS linked',
                [BATCH],
            );
            if (!row?.linked) {
                return all;
            }
            all += row.linked;
        }
    }

    /** Makes the partitions of the months to come. */
    async preparePartitions(): Promise<void> {
        await this.connection.rawConnection.query('SELECT efi_audit.make_partitions($1)', [MONTHS_AHEAD]);
    }

    private schedule(): void {
        this.timer = setTimeout(() => {
            this.turn = this.takeTurn().then(() => {
                if (this.timer) {
                    this.schedule();
                }
            });
        }, EVERY_MS);
        this.timer.unref();
    }

    private async takeTurn(): Promise<void> {
        try {
            const now = Date.now();
            if (now >= this.partitionsAt) {
                await this.preparePartitions();
                this.partitionsAt = now + A_DAY;
            }
            await this.linkAll();
            if (now >= this.anchorAt) {
                await this.anchors.sign();
                this.anchorAt = now + this.options.anchorEverySeconds * 1000;
            }
            this.hasFailed = false;
        } catch (error) {
            // Once: an outage of the database would fill the log.
            Logger[this.hasFailed ? 'debug' : 'error'](
                `The trail could not be linked, and is tried again: ${String(error)}`,
                loggerCtx,
            );
            this.hasFailed = true;
        }
    }
}
