import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../src/demo/random';
import { zipf } from './zipf';

describe('zipf', () => {
    it('draws the second half as often as the first, and the tenth a tenth as often', () => {
        const draw = zipf(1_000, seededRandom('zipf'));
        const drawn = new Array<number>(1_000).fill(0);
        for (let n = 0; n < 200_000; n++) {
            const place = draw();
            drawn[place] = (drawn[place] ?? 0) + 1;
        }
        const [first = 0, second = 0] = drawn;
        expect(second / first).toBeCloseTo(1 / 2, 1);
        expect((drawn[9] ?? 0) / first).toBeCloseTo(1 / 10, 1);
        expect(drawn.reduce((sum, count) => sum + count, 0)).toBe(200_000);
    });

    it('stays within what there is', () => {
        expect([0, 0.5, 0.999_999].map(value => zipf(2, () => value)())).toEqual([0, 0, 1]);
        expect(zipf(1, () => 0.999_999)()).toBe(0);
    });

    it('refuses to draw from nothing', () => {
        expect(() => zipf(0, () => 0)).toThrow(RangeError);
    });
});
