import type { CheckedRows } from './price-rows';

/** Whether a delivery is taken. One that is not leaves the prices of the last good one in place. */
export type FeedVerdict =
    { readonly ok: true } | { readonly ok: false; readonly problem: 'empty' | 'mostly-bad' | 'half' };

/** A delivery with more bad rows than this share is wrong as a whole, a wrong currency for one. */
const MOST_BAD = 0.2;
/** A delivery with fewer rows than this share of the last good one was cut off. */
const LEAST_OF_LAST = 0.6;

/** @param lastCount - Rows that the last good delivery had; 0 before the first. */
export function judgeDelivery({ accepted, rejected }: CheckedRows, lastCount: number): FeedVerdict {
    if (accepted.length + rejected.length === 0) {
        return { ok: false, problem: 'empty' };
    }
    if (rejected.length > MOST_BAD * (accepted.length + rejected.length)) {
        return { ok: false, problem: 'mostly-bad' };
    }
    return accepted.length < LEAST_OF_LAST * lastCount ? { ok: false, problem: 'half' } : { ok: true };
}
