import { describe, expect, it } from 'vitest';
import { cover } from './split-order';

const line = (lineId: number, variantId: number, quantity: number) => ({ lineId, variantId, quantity });

describe('what one part of a split order has of another', () => {
    it('is counted by variant, over lines that do not match', () => {
        expect(
            cover([line(1, 7, 3), line(2, 8, 1)], [line(11, 7, 2), line(12, 7, 2), line(13, 9, 5)]),
        ).toEqual({
            covered: [line(1, 7, 3)],
            by: [line(11, 7, 2), line(12, 7, 1)],
        });
    });

    it('covers a line in part when there is not enough', () => {
        expect(cover([line(1, 7, 3)], [line(11, 7, 2)])).toEqual({
            covered: [line(1, 7, 2)],
            by: [line(11, 7, 2)],
        });
    });

    it('is nothing when there is none', () => {
        expect(cover([line(1, 7, 3)], [])).toEqual({ covered: [], by: [] });
    });
});
