import { describe, expect, it } from 'vitest';
import { planReservation, shortfallsOf, type StockLine } from './plan-reservation';
import type { LevelState } from './stock-plan';

const line = (lineId: number, variantId: number, quantity: number, tracked = true): StockLine => ({
    lineId,
    variantId,
    quantity,
    policy: { tracked, threshold: 0 },
});

const level = (variantId: number, locationId: number, onHand: number): LevelState => ({
    levelId: variantId * 10 + locationId,
    variantId,
    locationId,
    onHand,
    allocated: 0,
    reserved: 0,
    inChannel: true,
});

describe('planning a reservation', () => {
    it('sums the lines of a variant, and spreads each variant over its own locations', () => {
        const lines = [line(1, 7, 2), line(2, 8, 1), line(3, 7, 2)];
        expect(planReservation(lines, [level(7, 1, 3), level(7, 2, 3), level(8, 2, 1)])).toEqual({
            ok: true,
            reservations: [
                { variantId: 7, locationId: 1, quantity: 3 },
                { variantId: 7, locationId: 2, quantity: 1 },
                { variantId: 8, locationId: 2, quantity: 1 },
            ],
        });
    });

    it('holds all where the order is fetched, and nothing when that place falls short', () => {
        const levels = [level(7, 1, 50), level(7, 2, 3), level(8, 1, 50), level(8, 2, 1)];
        const fetched = [line(1, 7, 3), line(2, 8, 1)].map(each => ({ ...each, onlyAt: 2 }));
        expect(planReservation(fetched, levels)).toEqual({
            ok: true,
            reservations: [
                { variantId: 7, locationId: 2, quantity: 3 },
                { variantId: 8, locationId: 2, quantity: 1 },
            ],
        });
        expect(planReservation([{ ...line(1, 7, 4), onlyAt: 2 }], levels)).toEqual({
            ok: false,
            shortfalls: [{ lineId: 1, variantId: 7, quantity: 4, available: 3 }],
        });
    });

    it('holds nothing when one line falls short', () => {
        expect(planReservation([line(1, 7, 2), line(2, 8, 5)], [level(7, 1, 3), level(8, 1, 4)])).toEqual({
            ok: false,
            shortfalls: [{ lineId: 2, variantId: 8, quantity: 5, available: 4 }],
        });
    });

    it('holds nothing for goods that are not tracked', () => {
        expect(planReservation([line(1, 7, 100, false)], [level(7, 1, 3)])).toEqual({
            ok: true,
            reservations: [],
        });
    });
});

describe('the shortfalls', () => {
    it('name for each line what those before it left', () => {
        expect(shortfallsOf([line(1, 7, 2), line(2, 7, 2), line(3, 7, 1)], [level(7, 1, 3)])).toEqual([
            { lineId: 2, variantId: 7, quantity: 2, available: 1 },
            { lineId: 3, variantId: 7, quantity: 1, available: 0 },
        ]);
    });

    it('never speak of fewer than none', () => {
        expect(shortfallsOf([line(1, 7, 2)], [{ ...level(7, 1, 3), allocated: 5 }])).toMatchObject([
            { available: 0 },
        ]);
    });
});
