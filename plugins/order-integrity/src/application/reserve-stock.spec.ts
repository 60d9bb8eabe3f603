import type { RequestContext } from '@vendure/core';
import { describe, expect, it } from 'vitest';
import type { ReservedStock, StockLine } from '../domain/plan-reservation';
import type { StockBook } from './ports/stock-book.port';
import { ReserveStock } from './reserve-stock';

/** One location with so many pieces of variant 7. */
function bookWith(onHand: number, own: readonly ReservedStock[] = []) {
    const calls: unknown[] = [];
    const book: StockBook = {
        view: () => Promise.reject(new Error('A view without a lock decides nothing.')),
        lock: (_ctx, orderId, variantIds) => {
            calls.push(['lock', orderId, variantIds]);
            const level = { levelId: 1, variantId: 7, locationId: 1, onHand, allocated: 0, reserved: 0 };
            return Promise.resolve({ levels: [{ ...level, inChannel: true }], own });
        },
        hold: (_ctx, orderId, stock, minutes) =>
            Promise.resolve(void calls.push(['hold', orderId, stock, minutes])),
        release: (_ctx, orderId) => Promise.resolve(void calls.push(['release', orderId])),
        renew: () => Promise.resolve(true),
        change: () => Promise.resolve(),
        allowOverAllocation: () => Promise.resolve(),
    };
    return { calls, reserve: new ReserveStock(book, 15) };
}

const ctx = {} as RequestContext;
const held = (quantity: number) => ({ variantId: 7, locationId: 1, quantity });
const line = (quantity: number, tracked = true): StockLine => ({
    lineId: 1,
    variantId: 7,
    quantity,
    policy: { tracked, threshold: 0 },
});

describe('reserving the goods of an order', () => {
    it('locks each variant once, and holds what all lines want', async () => {
        const { calls, reserve } = bookWith(5);
        expect(await reserve.execute(ctx, 42, [line(2), line(3)])).toEqual([]);
        expect(calls).toEqual([
            ['lock', 42, [7]],
            ['hold', 42, [held(5)], 15],
        ]);
    });

    it('holds nothing when a line falls short', async () => {
        const { calls, reserve } = bookWith(4);
        expect(await reserve.execute(ctx, 42, [line(2), line(3)])).toMatchObject([{ available: 2 }]);
        expect(calls).toEqual([['lock', 42, [7]]]);
    });

    it('replaces what was held for the order before, even by nothing', async () => {
        const { calls, reserve } = bookWith(1, [held(2)]);
        expect(await reserve.execute(ctx, 42, [line(2)])).toHaveLength(1);
        expect(calls).toEqual([
            ['lock', 42, [7]],
            ['release', 42],
        ]);
    });

    it('asks for nothing when no goods are tracked', async () => {
        const { calls, reserve } = bookWith(0);
        expect(await reserve.execute(ctx, 42, [line(2, false)])).toEqual([]);
        expect(calls).toEqual([]);
    });
});
