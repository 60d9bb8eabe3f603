import { describe, expect, it } from 'vitest';
import { availabilityAt } from './availability';

const rules = { isTracked: true, outOfStockThreshold: 0, fewLeft: 2 };

describe('a variant at a place', () => {
    it.each([
        [3, 'IN_STOCK'],
        [2, 'FEW_LEFT'],
        [1, 'FEW_LEFT'],
        [0, 'NOT_HERE'],
        [-4, 'NOT_HERE'],
    ])('of which %i pieces are free is %s', (here, availability) => {
        expect(availabilityAt({ here, inChannel: 100 }, rules)).toBe(availability);
    });

    it('is not there when the channel has sold elsewhere what lies here', () => {
        expect(availabilityAt({ here: 5, inChannel: 0 }, rules)).toBe('NOT_HERE');
        expect(availabilityAt({ here: 5, inChannel: 1 }, rules)).toBe('FEW_LEFT');
    });

    it('is not there when all that is left is what the channel keeps back', () => {
        const keeping = { ...rules, outOfStockThreshold: 10 };
        expect(availabilityAt({ here: 5, inChannel: 10 }, keeping)).toBe('NOT_HERE');
        expect(availabilityAt({ here: 5, inChannel: 12 }, keeping)).toBe('FEW_LEFT');
        expect(availabilityAt({ here: 5, inChannel: 15 }, keeping)).toBe('IN_STOCK');
    });

    it('is not there because it may be ordered beyond the stock', () => {
        const backorders = { ...rules, outOfStockThreshold: -50 };
        expect(availabilityAt({ here: 0, inChannel: 0 }, backorders)).toBe('NOT_HERE');
        expect(availabilityAt({ here: 1, inChannel: 1 }, backorders)).toBe('FEW_LEFT');
    });

    it('is always there when nobody counts it', () => {
        expect(availabilityAt({ here: 0, inChannel: 0 }, { ...rules, isTracked: false })).toBe('IN_STOCK');
    });

    it('is never said to be nearly gone where no number is few', () => {
        expect(availabilityAt({ here: 1, inChannel: 1 }, { ...rules, fewLeft: 0 })).toBe('IN_STOCK');
    });
});
