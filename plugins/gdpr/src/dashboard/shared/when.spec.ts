import { expect, it } from 'vitest';
import { distance } from './when';

const HOUR = 3_600_000;

it('says how far away a moment is in the largest unit that says enough', () => {
    expect(distance(12.5 * 24 * HOUR)).toEqual([12, 'day']);
    expect(distance(-3 * 24 * HOUR)).toEqual([-3, 'day']);
    expect(distance(47 * HOUR)).toEqual([47, 'hour']);
    expect(distance(-90 * 60_000)).toEqual([-90, 'minute']);
});
