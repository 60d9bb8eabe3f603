import type { PastItem, TrainingSet } from '../model';
import { onlyActs } from '../purchases';

/** Something to guess: what somebody bought, from what else is known of them. */
export interface Riddle {
    readonly kind: 'next-purchase' | 'same-basket';
    readonly history: readonly PastItem[];
    /** What the answer should name; none of it is in the history. */
    readonly answer: ReadonlySet<number>;
    /** Milliseconds since the epoch. */
    readonly now: number;
}

export interface HeldBack {
    /** What happened before. */
    readonly past: TrainingSet;
    /** From what happened since. */
    readonly riddles: readonly Riddle[];
    /** Milliseconds since the epoch. */
    readonly since: number;
}

/**
 * Holds the latest baskets back to measure a model on them. People of whom something is known before are asked for
 * what they bought later; of everybody else's baskets one thing is hidden.
 *
 * @param share - Of the acts, from 0 to 1.
 * @param most - Riddles: the first ones by time are taken.
 */
export function holdBack(set: TrainingSet, share: number, most: number): HeldBack {
    const times = Float64Array.from(set.at).sort();
    const since = times[Math.floor(times.length * (1 - share))] ?? set.until;
    const before: number[] = [];
    const after: number[] = [];
    for (let row = 0; row < set.at.length; row++) {
        ((set.at[row] ?? 0) < since ? before : after).push(row);
    }
    const pastOf = groupBy(before, row => set.user[row] ?? 0);
    const riddles: Riddle[] = [];
    const byTime = after.sort((a, b) => (set.at[a] ?? 0) - (set.at[b] ?? 0));
    for (const [user, rows] of groupBy(byTime, row => set.user[row] ?? 0)) {
        const past = pastOf.get(user);
        const riddle = past ? nextPurchase(set, past, rows, since) : sameBasket(set, rows);
        if (riddle && riddles.length < most) {
            riddles.push(riddle);
        }
    }
    const past = { ...onlyActs(set, row => (set.at[row] ?? 0) < since), until: since };
    return { past, riddles, since };
}

function nextPurchase(
    set: TrainingSet,
    past: readonly number[],
    later: readonly number[],
    now: number,
): Riddle | undefined {
    const history = past.map(row => pastItem(set, row));
    const known = new Set(history.map(({ item }) => item));
    const answer = new Set(later.map(row => set.item[row] ?? 0).filter(item => !known.has(item)));
    return answer.size > 0 ? { kind: 'next-purchase', history, answer, now } : undefined;
}

function sameBasket(set: TrainingSet, rows: readonly number[]): Riddle | undefined {
    const first =
        groupBy(rows, row => set.basket[row] ?? 0)
            .values()
            .next().value ?? [];
    // Which one is hidden depends on the basket alone, so that the same data give the same riddles.
    const hidden = (set.basket[first[0] ?? 0] ?? 0) % Math.max(1, first.length);
    const answer = new Set(first.filter((_, index) => index === hidden).map(row => set.item[row] ?? 0));
    const history = first.filter((_, index) => index !== hidden).map(row => pastItem(set, row));
    const now = set.at[first[0] ?? 0] ?? set.until;
    return history.length > 0 ? { kind: 'same-basket', history, answer, now } : undefined;
}

function pastItem(set: TrainingSet, row: number): PastItem {
    return {
        item: set.item[row] ?? 0,
        at: set.at[row] ?? 0,
        weight: set.weight[row] ?? 1,
        basket: set.basket[row] ?? 0,
    };
}

function groupBy(rows: readonly number[], keyOf: (row: number) => number): Map<number, number[]> {
    const groups = new Map<number, number[]>();
    for (const row of rows) {
        const key = keyOf(row);
        const group = groups.get(key);
        if (group) {
            group.push(row);
        } else {
            groups.set(key, [row]);
        }
    }
    return groups;
}
