import { describe, expect, it } from 'vitest';
import { type LineAtPlace, linesAtPlace } from './order-at-place';

const line = (lineId: string, variantId: string, quantity: number, here: number): LineAtPlace => ({
    lineId,
    variantId,
    quantity,
    free: { here, inChannel: 100 },
    rules: { isTracked: true, outOfStockThreshold: 0, fewLeft: 2 },
});

const at = (...lines: LineAtPlace[]) =>
    Object.fromEntries(linesAtPlace(lines).map(({ lineId, availability }) => [lineId, availability]));

describe('an order at a place', () => {
    it('is there line by line, each in the number that is wanted', () => {
        expect(at(line('1', 'lamp', 3, 5), line('2', 'rug', 2, 2), line('3', 'chair', 4, 3))).toEqual({
            1: 'IN_STOCK',
            2: 'FEW_LEFT',
            3: 'NOT_HERE',
        });
    });

    it('gives lines of one variant what is there once, and what one can’t have to the next', () => {
        expect(at(line('1', 'lamp', 2, 3), line('2', 'lamp', 2, 3), line('3', 'lamp', 1, 3))).toEqual({
            1: 'IN_STOCK',
            2: 'NOT_HERE',
            3: 'IN_STOCK',
        });
    });
});
