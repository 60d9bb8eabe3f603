import { describe, expect, it } from 'vitest';
import type { MovingLine } from './line-movements';
import { planMove, planTakingBack } from './plan-move';

/** Of ten pieces seven were sent, and two of those came back. */
const line = (quantity: number): MovingLine => ({
    lineId: 1,
    variantId: 7,
    quantity,
    lineQuantity: 8,
    policy: { tracked: true, threshold: 0 },
    movements: [
        { type: 'ALLOCATION', locationId: 1, quantity: 6 },
        { type: 'ALLOCATION', locationId: 2, quantity: 4 },
        { type: 'SALE', locationId: 1, quantity: 6 },
        { type: 'SALE', locationId: 2, quantity: 1 },
        { type: 'CANCELLATION', locationId: 1, quantity: 2 },
    ],
});

const part = (locationId: number, quantity: number) => ({ lineId: 1, variantId: 7, locationId, quantity });

describe('the goods of a line', () => {
    it.each(['SALE', 'RELEASE'] as const)('leave with a %s where they are allocated', move => {
        expect(planMove(move, [line(2)])).toEqual([part(2, 2)]);
        expect(planMove(move, [line(9)])).toEqual([part(2, 3)]);
    });

    it('come back to where they were sent from', () => {
        expect(planMove('CANCELLATION', [line(5)])).toEqual([part(1, 4), part(2, 1)]);
    });

    it('come back after those that were not sent, when an administrator cancels', () => {
        expect(planTakingBack([line(3)])).toEqual([]);
        expect(planTakingBack([line(5)])).toEqual([part(1, 2)]);
    });
});
