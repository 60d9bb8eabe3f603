import { describe, expect, it } from 'vitest';
import type { Sellable } from './order.types';
import { priceOn, priceTimeline } from './price-timeline';

const start = new Date('2025-01-01T00:00:00Z');
const now = new Date('2026-06-15T12:00:00Z');
const sellable: Sellable = {
    sku: 'A-1',
    category: 'plants',
    taxClass: 'plants',
    prices: { us: 1995, gb: 1495, de: 129900, fr: 1695 },
};
const timelines = Array.from({ length: 200 }, (_, index) =>
    priceTimeline(sellable, `F-${index}`, start, now),
);

describe('a price timeline', () => {
    it('begins with the history and ends with the price of today', () => {
        for (const timeline of timelines) {
            expect(timeline[0]?.from).toEqual(start);
            expect(priceOn(timeline, 'de', now)).toBe(129900);
            expect(timeline.map(({ from }) => from.getTime())).toEqual(
                timeline.map(({ from }) => from.getTime()).sort((a, b) => a - b),
            );
        }
    });

    it('changes for some, and was lower within the last thirty days for a few', () => {
        const changing = timelines.filter(timeline => timeline.length > 1).length;
        const lower = timelines.filter(timeline =>
            timeline.some(({ from, prices }) => from > new Date('2026-05-16') && prices.de < 129900),
        ).length;
        expect(changing).toBeGreaterThan(60);
        expect(changing).toBeLessThan(140);
        expect(lower).toBeGreaterThan(8);
        expect(lower).toBeLessThan(50);
    });

    it('keeps the ending of each price', () => {
        for (const { prices } of timelines.flat()) {
            expect(prices.us % 100).toBe(95);
            expect(prices.de % 100).toBe(0);
        }
    });

    it('tells the price of a day in between, and the first one for days before', () => {
        const reduced = timelines.find(timeline => timeline.length === 3) ?? [];
        const [, second, third] = reduced;
        expect(priceOn(reduced, 'gb', second?.from ?? now)).toBe(second?.prices.gb);
        expect(priceOn(reduced, 'gb', new Date((third?.from.getTime() ?? 0) - 1))).toBe(second?.prices.gb);
        expect(priceOn(reduced, 'gb', new Date('2020-01-01'))).toBe(reduced[0]?.prices.gb);
    });
});
