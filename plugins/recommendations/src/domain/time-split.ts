import { PastItem, TrainingSet } from './model';
import { onlyActs, PURCHASE } from './purchases';

export interface TimeSplit {
    /** Everything before the cut, which is its `until`. */
    readonly past: TrainingSet;
    /** Those active before the cut who took something after it, with that, in the order of their index. */
    readonly cases: readonly Case[];
}

export interface Case {
    readonly user: number;
    readonly history: readonly PastItem[];
    /** Without items that nobody had touched before the cut, unless `unseen` items are asked for. */
    readonly later: ReadonlySet<number>;
}

/** Splits by time: learn from the past, be asked for what came at or after `cut` and before `end` (ms since epoch). */
export function splitByTime(
    set: TrainingSet,
    cut: number,
    { end = Infinity, unseen = false } = {},
): TimeSplit {
    const past = { ...onlyActs(set, act => set.at[act]! < cut), until: cut };
    const known = new Set(past.item);
    const later = new Map<number, Set<number>>();
    for (let act = 0; act < set.item.length; act++) {
        const at = set.at[act]!;
        if (at >= cut && at < end && set.weight[act]! >= PURCHASE) {
            const items = later.get(set.user[act]!) ?? new Set();
            later.set(set.user[act]!, items);
            if (unseen || known.has(set.item[act]!)) {
                items.add(set.item[act]!);
            }
        }
    }
    const histories = historiesOf(past);
    const cases = [...later.keys()]
        .sort((a, b) => a - b)
        .flatMap(user => {
            const history = histories.get(user);
            return history ? [{ user, history, later: later.get(user)! }] : [];
        });
    return { past, cases };
}

export function historiesOf(set: TrainingSet): Map<number, PastItem[]> {
    const histories = new Map<number, PastItem[]>();
    for (let act = 0; act < set.item.length; act++) {
        const past = {
            item: set.item[act]!,
            at: set.at[act]!,
            weight: set.weight[act]!,
            basket: set.basket[act]!,
        };
        const history = histories.get(set.user[act]!);
        if (history) {
            history.push(past);
        } else {
            histories.set(set.user[act]!, [past]);
        }
    }
    return histories;
}
