import { type ScheduledChanges, shopAnswers } from '@efi/plugin-kit';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { TransactionalConnection } from '@vendure/core';
import { OFFER } from './stored-offer';

const moment = (name: 'from' | 'until') => `(${OFFER}->>'${name}')::bigint`;

/** Each part is the first entry of an index. Offers other than sales hold from when they are written. */
const NEXT = `
    SELECT least(
        (SELECT min(${moment('until')}) FROM product_variant_price
          WHERE ${OFFER} IS NOT NULL AND ${moment('until')} > $1),
        (SELECT min(${moment('from')}) FROM product_variant_price
          WHERE (${OFFER}->>'isSale') = 'true' AND ${moment('from')} > $1)
    )::float8 AS next`;

/** Tells a cache of answers when the clock changes a price that nobody writes at that moment. */
@Injectable()
export class PriceSchedule implements ScheduledChanges, OnApplicationBootstrap {
    readonly tables = ['product_variant_price'];

    constructor(private readonly connection: TransactionalConnection) {}

    onApplicationBootstrap(): void {
        shopAnswers(this.connection.rawConnection).addSchedule(this);
    }

    async nextAfter(since: Date): Promise<Date | undefined> {
        const [row] = await this.connection.rawConnection.query<{ next: number | null }[]>(NEXT, [
            since.getTime(),
        ]);
        return row?.next == null ? undefined : new Date(row.next);
    }
}
