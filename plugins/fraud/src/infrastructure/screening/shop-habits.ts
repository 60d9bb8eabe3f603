import { Injectable } from '@nestjs/common';
import { Logger, TransactionalConnection } from '@vendure/core';
import { habitOf } from '../../domain/habit';
import type { Habit } from '../../domain/signals';
import { loggerCtx } from '../logger-context';
import { minorUnitOf } from './attempt-facts';

const LEAST_ORDERS = 20;
const MOST_ORDERS = 500;
const READ_AGAIN_AFTER_MS = 10 * 60_000;

/** What orders of a channel usually come to. Kept in memory and read anew beside the requests, which never wait for it. */
@Injectable()
export class ShopHabits {
    private readonly known = new Map<
        string,
        { readonly habit: Habit | undefined; readonly readAt: number }
    >();

    constructor(private readonly connection: TransactionalConnection) {}

    /** @returns `undefined` while it is not known. */
    of(channelId: number, currency: string): Habit | undefined {
        const name = `${channelId} ${currency}`;
        const kept = this.known.get(name);
        if (!kept || Date.now() - kept.readAt > READ_AGAIN_AFTER_MS) {
            this.known.set(name, { habit: kept?.habit, readAt: Date.now() });
            this.read(channelId, currency).then(
                habit => this.known.set(name, { habit, readAt: Date.now() }),
                (error: unknown) =>
                    Logger.warn(`No habit of channel ${channelId}: ${String(error)}`, loggerCtx),
            );
        }
        return kept?.habit;
    }

    private async read(channelId: number, currency: string): Promise<Habit | undefined> {
        const rows = await this.connection.rawConnection.query<Array<{ amount: number }>>(
            `SELECT "subTotalWithTax" + "shippingWithTax" AS amount
               FROM "order" o JOIN order_channels_channel c ON c."orderId" = o.id
              WHERE c."channelId" = $1 AND o."currencyCode" = $2 AND o."orderPlacedAt" IS NOT NULL
                AND o.state <> 'Cancelled'
              ORDER BY o."orderPlacedAt" DESC LIMIT ${MOST_ORDERS}`,
            [channelId, currency],
        );
        const minorUnit = minorUnitOf(currency);
        return habitOf(
            rows.map(({ amount }) => amount / minorUnit),
            LEAST_ORDERS,
        );
    }
}
