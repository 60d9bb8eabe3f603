import { describe, expect, it } from 'vitest';
import type { LineMovement, MovingLine } from './line-movements';
import { planAllocation } from './plan-allocation';
import type { LevelState } from './stock-plan';

const line = (changes: Partial<MovingLine> = {}): MovingLine => ({
    lineId: 1,
    variantId: 7,
    quantity: 3,
    lineQuantity: 3,
    policy: { tracked: true, threshold: 0 },
    movements: [],
    ...changes,
});

const level = (locationId: number, onHand: number, allocated = 0, reserved = 0): LevelState => ({
    levelId: locationId,
    variantId: 7,
    locationId,
    onHand,
    allocated,
    reserved,
    inChannel: true,
});

const held = (locationId: number, quantity: number) => ({ variantId: 7, locationId, quantity });
const part = (locationId: number, quantity: number, lineId = 1) => ({
    lineId,
    variantId: 7,
    locationId,
    quantity,
});

describe('planning an allocation', () => {
    it('takes what is reserved for the order, where it is reserved', () => {
        expect(planAllocation([line()], [level(1, 9), level(2, 3)], [held(2, 3)])).toEqual({
            ok: true,
            parts: [part(2, 3)],
            includesReturned: false,
        });
    });

    it('shares a reservation among the lines of a variant', () => {
        const lines = [line({ quantity: 2 }), line({ lineId: 2, quantity: 2 })];
        expect(planAllocation(lines, [level(1, 3), level(2, 1)], [held(1, 3), held(2, 1)])).toMatchObject({
            parts: [part(1, 2), part(1, 1, 2), part(2, 1, 2)],
        });
    });

    it('takes what is free when nothing is reserved, and leaves what is held for others', () => {
        expect(planAllocation([line()], [level(1, 3, 0, 2), level(2, 5)], [])).toMatchObject({
            parts: [part(1, 1), part(2, 2)],
        });
    });

    it('goes elsewhere when a stocktake found the reserved goods missing', () => {
        expect(planAllocation([line()], [level(1, 1), level(2, 5)], [held(1, 3)])).toMatchObject({
            parts: [part(1, 1), part(2, 2)],
        });
    });

    it('goes nowhere else when the order is fetched at one place', () => {
        const fetched = line({ onlyAt: 1 });
        expect(planAllocation([fetched], [level(1, 1), level(2, 5)], [held(1, 3)])).toEqual({
            ok: false,
            shortfalls: [{ lineId: 1, variantId: 7, quantity: 3, available: 1 }],
        });
        expect(planAllocation([fetched], [level(1, 4), level(2, 5)], [])).toMatchObject({
            parts: [part(1, 3)],
        });
    });

    it('says what is left when the goods are gone', () => {
        expect(planAllocation([line()], [level(1, 2)], [held(1, 3)])).toEqual({
            ok: false,
            shortfalls: [{ lineId: 1, variantId: 7, quantity: 3, available: 2 }],
        });
    });

    it('keeps the threshold, even if the goods were reserved before a stocktake', () => {
        const policy = { tracked: true, threshold: 2 };
        expect(planAllocation([line({ policy })], [level(1, 4)], [held(1, 3)]).ok).toBe(false);
        expect(planAllocation([line({ policy })], [level(1, 5)], [held(1, 3)]).ok).toBe(true);
    });

    it('takes reserved backorders', () => {
        const policy = { tracked: true, threshold: -3 };
        expect(planAllocation([line({ policy })], [level(1, 0)], [held(1, 3)])).toMatchObject({
            parts: [part(1, 3)],
        });
    });

    it('gives goods of a cancelled fulfilment back to their line, even if fewer are there than were sold', () => {
        const movements: LineMovement[] = [
            { type: 'ALLOCATION', locationId: 2, quantity: 3 },
            { type: 'SALE', locationId: 2, quantity: 3 },
            { type: 'CANCELLATION', locationId: 2, quantity: 3 },
        ];
        expect(planAllocation([line({ movements })], [level(1, 9), level(2, 3, 5)], [])).toEqual({
            ok: true,
            parts: [part(2, 3)],
            includesReturned: true,
        });
    });
});
