import { describe, expect, it } from 'vitest';
import { GRACE, judgeRefresh } from './refresh-outcome';

describe('judgeRefresh', () => {
    const family = { currentHash: 'third', previousHash: 'second', refreshedAt: new Date(0) };
    const judge = (hash: string, now: number) => judgeRefresh(family, hash, new Date(now), 1_000_000);

    it('takes the present token for as long as it lives', () => {
        expect(judge('third', 999_999)).toBe('good');
        expect(judge('third', 1_000_000)).toBe('late');
    });

    it('puts the one before down to a race for a moment, and to a theft afterwards', () => {
        expect(judge('second', GRACE - 1)).toBe('overtaken');
        expect(judge('second', GRACE)).toBe('replayed');
    });

    it('takes any older one for a theft at once', () => {
        expect(judge('first', 1)).toBe('replayed');
    });
});
