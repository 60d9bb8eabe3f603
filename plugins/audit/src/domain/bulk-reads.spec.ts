import { describe, expect, it } from 'vitest';
import { BulkReads } from './bulk-reads';

const HOUR = 3_600_000;

describe('reading in bulk', () => {
    it('is told of at once when it is much, and counted by account', () => {
        const reads = new BulkReads(100);
        expect(reads.add('1', 99, 0)).toBeUndefined();
        expect(reads.add('2', 250, 0)).toBe(250);
        expect(reads.add('2', 99, 1)).toBeUndefined();
    });

    it('is told of when it goes a page at a time, and again for as much more', () => {
        const reads = new BulkReads(100);
        const told = Array.from({ length: 10 }, (_, page) => reads.add('1', 30, page)).filter(Boolean);
        expect(told).toEqual([120, 120]);
    });

    it('is forgotten after an hour', () => {
        const reads = new BulkReads(100);
        expect(reads.add('1', 99, 0)).toBeUndefined();
        expect(reads.add('1', 99, HOUR)).toBeUndefined();
        expect(reads.add('1', 1, HOUR + 1)).toBe(100);
    });
});
