import { expect, it } from 'vitest';
import { workProgress } from './sealing-progress';

const highest = [
    ['customer', 600],
    ['user', 300],
    ['order', 100],
] as const;

it('counts tables that are done, and rows of the one at hand', () => {
    expect(workProgress({ work: 'SEAL', table: 'customer', lastId: 0 }, highest)).toBe(0);
    expect(workProgress({ work: 'SEAL', table: 'user', lastId: 150 }, highest)).toBe(0.75);
    expect(workProgress({ work: 'OPEN', table: 'order', lastId: 100 }, highest)).toBe(1);
});

it('says nothing when nothing is done, and is never more than all', () => {
    expect(workProgress({ work: null, table: null, lastId: 0 }, highest)).toBeUndefined();
    expect(workProgress({ work: 'SEAL', table: 'order', lastId: 500 }, highest)).toBe(1);
    expect(workProgress({ work: 'SEAL', table: 'customer', lastId: 0 }, [])).toBe(0);
});
