import type { Random } from '../../src/demo/random';

/**
 * Draws places from 0 to `count` - 1 by Zipf's law: the n-th is drawn a n-th as often as the first, as some products
 * are looked at all the time and most of them seldom.
 *
 * @throws RangeError when there is nothing to draw from.
 */
export function zipf(count: number, random: Random): () => number {
    if (count < 1) {
        throw new RangeError('There is nothing to draw from.');
    }
    const upTo: number[] = [];
    let sum = 0;
    for (let place = 1; place <= count; place++) {
        sum += 1 / place;
        upTo.push(sum);
    }
    return () => firstAbove(upTo, random() * sum);
}

/** @param values - In rising order. */
function firstAbove(values: readonly number[], bound: number): number {
    let low = 0;
    let high = values.length - 1;
    while (low < high) {
        const middle = (low + high) >> 1;
        if ((values[middle] ?? Infinity) > bound) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    return low;
}
