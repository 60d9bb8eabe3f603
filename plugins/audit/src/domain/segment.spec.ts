import { describe, expect, it } from 'vitest';
import { lastOf, segmentName } from './segment';

describe('the name of a part of a chain', () => {
    it('has its place in the order of names', () => {
        const names = [segmentName('security', 1, 9), segmentName('security', 10, 20_009)];
        expect(names).toEqual([
            'security/000000000000001-000000000000009.jsonl.gz',
            'security/000000000000010-000000000020009.jsonl.gz',
        ]);
        expect([...names].sort()).toEqual(names);
    });

    it('tells how far the chain is kept', () => {
        expect(lastOf([])).toBe(0);
        expect(lastOf(['security/strange.txt', segmentName('security', 10, 20_009)])).toBe(20_009);
    });
});
