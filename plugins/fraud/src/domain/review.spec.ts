import { describe, expect, it } from 'vitest';
import { accept, type ReviewedDecision } from './review';

const open: ReviewedDecision = {
    amount: 500,
    reviewState: 'open',
    acceptedOnceBy: null,
    policy: { fourEyesAbove: null },
};
const high: ReviewedDecision = { ...open, policy: { fourEyesAbove: 499 } };

describe('accepting an order', () => {
    it('takes one person', () => {
        expect(accept(open, 'ada')).toEqual({ kind: 'accepted' });
        expect(accept({ ...open, policy: { fourEyesAbove: 500 } }, 'ada')).toEqual({ kind: 'accepted' });
    });

    it('takes two above the amount, and not the same one twice', () => {
        expect(accept(high, 'ada')).toEqual({ kind: 'accepted-once' });
        expect(accept({ ...high, acceptedOnceBy: 'ada' }, 'ada')).toEqual({
            kind: 'refused',
            why: 'same-person',
        });
        expect(accept({ ...high, acceptedOnceBy: 'ada' }, 'bob')).toEqual({ kind: 'accepted' });
    });

    it.each(['accepted', 'rejected', null] as const)('is over when it is %s', reviewState => {
        expect(accept({ ...open, reviewState }, 'ada')).toEqual({ kind: 'refused', why: 'not-open' });
    });
});
