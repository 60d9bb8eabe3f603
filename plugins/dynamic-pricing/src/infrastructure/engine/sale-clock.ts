import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Logger, ProcessContext, TransactionalConnection } from '@vendure/core';
import { Audit } from '../audit';
import { loggerCtx } from '../logger-context';
import { OFFER } from '../stored-offer';
import { PriceEvents } from './price-events';
import { RunContexts } from './run-context';

const ONE_SECOND = 1000;

/** Rows that one statement writes. */
const BATCH = 2000;

interface Moved {
    readonly variantId: number;
    readonly channelId: number;
    readonly currencyCode: string;
}

/** Milliseconds of the database's clock, which is the one that decides. */
const NOW = '(extract(epoch FROM clock_timestamp()) * 1000)::bigint';

const part = (name: 'list' | 'price') => `(${OFFER}->>'${name}')::int`;
const moment = (name: 'from' | 'until') => `(${OFFER}->>'${name}')::bigint`;

const BEGIN = write(
    `price = ${part('price')}`,
    `(${OFFER}->>'isSale') = 'true' AND ${moment('from')} <= ${NOW} AND ${moment('until')} > ${NOW}
     AND price = ${part('list')} AND price <> ${part('price')}`,
);

/** A price that somebody set by hand meanwhile stays, and loses the offer. */
const END = write(
    `price = CASE WHEN price = ${part('price')} THEN ${part('list')} ELSE price END, ${OFFER} = NULL`,
    `${moment('until')} <= ${NOW}`,
);

function write(change: string, condition: string): string {
    return `
        UPDATE product_variant_price SET ${change}, "updatedAt" = now()
         WHERE id IN (SELECT id FROM product_variant_price WHERE ${OFFER} IS NOT NULL AND ${condition}
                       ORDER BY id LIMIT ${BATCH} FOR UPDATE SKIP LOCKED)
     RETURNING "variantId", "channelId", "currencyCode"`;
}

/**
 * Writes what the clock has done already: prices of sales that began, list prices of offers that ended, so that
 * search, sorting, price history and caches see the same number as whoever reads the price. In each worker; two of
 * them do no harm.
 */
@Injectable()
export class SaleClock implements OnApplicationBootstrap, OnApplicationShutdown {
    private timer: NodeJS.Timeout | undefined;
    private isOver = false;

    constructor(
        private readonly processContext: ProcessContext,
        private readonly connection: TransactionalConnection,
        private readonly contexts: RunContexts,
        private readonly events: PriceEvents,
        private readonly audit: Audit,
    ) {}

    onApplicationBootstrap(): void {
        if (this.processContext.isWorker) {
            this.schedule();
        }
    }

    onApplicationShutdown(): void {
        this.isOver = true;
        clearTimeout(this.timer);
    }

    /** @returns How many prices were written. */
    async tick(): Promise<number> {
        const began = await this.run(BEGIN, 'sale.began');
        const ended = await this.run(END, 'offer.ended');
        return began + ended;
    }

    private schedule(): void {
        this.timer = setTimeout(() => {
            this.tick()
                .catch((error: unknown) =>
                    Logger.error(`Prices were not written: ${String(error)}`, loggerCtx),
                )
                .finally(() => !this.isOver && this.schedule());
        }, ONE_SECOND);
    }

    private async run(statement: string, action: string): Promise<number> {
        let count = 0;
        for (;;) {
            const [moved] = await this.connection.rawConnection.query<[Moved[], number]>(statement);
            await this.tell(moved, action);
            count += moved.length;
            if (moved.length < BATCH) {
                return count;
            }
        }
    }

    private async tell(moved: readonly Moved[], action: string): Promise<void> {
        const groups = new Map<string, Moved[]>();
        for (const row of moved) {
            const key = `${row.channelId}/${row.currencyCode}`;
            groups.set(key, [...(groups.get(key) ?? []), row]);
        }
        for (const [first, ...rest] of groups.values()) {
            if (first) {
                const { ctx } = await this.contexts.load(first.channelId, first.currencyCode);
                const variantIds = [first, ...rest].map(({ variantId }) => variantId);
                await this.audit.record(ctx, action, { currencyCode: first.currencyCode, variantIds });
                await this.events.published(ctx, variantIds);
            }
        }
    }
}
