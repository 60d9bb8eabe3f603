import { seededRandom } from '../models/random';

/** How well one list did for one person. All in 0 … 1. */
export interface ListQuality {
    /** Hits / length of the list asked for. */
    readonly precision: number;
    /** Hits / min(length asked for, items taken later): 1 when no list could do better. */
    readonly recall: number;
    /** Discounted gain of the hits by rank, 1 / log₂(rank + 1), over that of the best possible list. */
    readonly ndcg: number;
}

/** `list` best first, at most `length` long; `later` is not empty. */
export function qualityOf(list: readonly number[], later: ReadonlySet<number>, length: number): ListQuality {
    let hits = 0;
    let gain = 0;
    list.slice(0, length).forEach((item, at) => {
        if (later.has(item)) {
            hits++;
            gain += discount(at);
        }
    });
    const possible = Math.min(length, later.size);
    const best = Array.from({ length: possible }, (_, at) => discount(at)).reduce((sum, one) => sum + one, 0);
    return { precision: hits / length, recall: hits / possible, ndcg: gain / best };
}

function discount(at: number): number {
    return 1 / Math.log2(at + 2);
}

/** The share of the catalogue that somebody was shown. */
export function coverageOf(lists: ReadonlyArray<readonly number[]>, items: number): number {
    return new Set(lists.flat()).size / items;
}

/**
 * How far from the well-known the lists are: the mean of −log₂(share of people who took the item before), in bits.
 * `takers` per item; an item that nobody took counts as if one had.
 */
export function noveltyOf(
    lists: ReadonlyArray<readonly number[]>,
    takers: ArrayLike<number>,
    people: number,
): number {
    return mean(lists.flat().map(item => -Math.log2(Math.max(1, takers[item]!) / people)));
}

export interface Estimate {
    readonly mean: number;
    /** The 95 % interval of the mean. */
    readonly low: number;
    readonly high: number;
}

/** The mean with its 95 % interval by bootstrap over the values, which are people here (percentiles, 1,000 draws). */
export function estimate(values: readonly number[], seed = 1): Estimate {
    const random = seededRandom(seed);
    const means = Array.from({ length: 1000 }, () => {
        let sum = 0;
        for (let draw = 0; draw < values.length; draw++) {
            sum += values[Math.floor(random() * values.length)]!;
        }
        return sum / values.length;
    }).sort((a, b) => a - b);
    return { mean: mean(values), low: means[24]!, high: means[974]! };
}

function mean(values: readonly number[]): number {
    return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
