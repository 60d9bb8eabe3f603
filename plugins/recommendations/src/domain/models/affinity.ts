import { PastItem, TrainingSet } from '../model';
import { SparseRows, sparseRows } from './sparse';

const day = 24 * 60 * 60 * 1000;

/** Age in days, never below 0. */
export function ageInDays(at: number, now: number): number {
    return Math.max(0, now - at) / day;
}

/** 1 for today, ½ after the half-life. `decayPerDay` is 1 / half-life in days, 0 for no decay. */
export function decay(age: number, decayPerDay: number): number {
    return 2 ** (-age * decayPerDay);
}

/**
 * How much a person stands for each item: √min(1, Σ weight · 2^(−age / half-life)). One recent purchase is as good as
 * many; the root keeps an old one from vanishing. Without decay a purchase is 1, as in the papers.
 */
export function affinities(
    history: readonly PastItem[],
    now: number,
    decayPerDay: number,
): Map<number, number> {
    const sums = new Map<number, number>();
    for (const { item, at, weight } of history) {
        sums.set(item, (sums.get(item) ?? 0) + weight * decay(ageInDays(at, now), decayPerDay));
    }
    for (const [item, sum] of sums) {
        sums.set(item, Math.sqrt(Math.min(1, sum)));
    }
    return sums;
}

/** The same for everybody in a training set: users by items. */
export function affinityMatrix(set: TrainingSet, decayPerDay: number): SparseRows {
    const value = Float64Array.from(set.weight, (weight, act) => {
        return weight * decay(ageInDays(set.at[act]!, set.until), decayPerDay);
    });
    const matrix = sparseRows({ rows: set.users, row: set.user, column: set.item, value }, set.items);
    return { ...matrix, value: matrix.value.map(sum => Math.sqrt(Math.min(1, sum))) };
}
