import { describe, expect, it } from 'vitest';
import { currentOrNextSale } from './flash-sale';

const window = (day: string) => ({
    startsAt: new Date(`${day}T16:00:00Z`),
    endsAt: new Date(`${day}T20:00:00Z`),
});

describe('the flash sale', () => {
    it('is announced for today before it starts', () => {
        expect(currentOrNextSale(new Date('2026-03-04T09:00:00Z'))).toEqual(window('2026-03-04'));
    });

    it('keeps its window while it runs', () => {
        expect(currentOrNextSale(new Date('2026-03-04T19:59:59Z'))).toEqual(window('2026-03-04'));
    });

    it('moves to tomorrow the moment it ends, over the end of a year too', () => {
        expect(currentOrNextSale(new Date('2026-12-31T20:00:00Z'))).toEqual(window('2027-01-01'));
    });
});
