import { PastItem, TrainingSet } from './model';

export interface TimeSplit {
    /** Everything before the cut, which is its `until`. */
    readonly past: TrainingSet;
    /** Those active on both sides, with what they took at or after the cut, in the order of their index. */
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
    const past = selectActs(set, act => set.at[act]! < cut, cut);
    const known = new Set(past.item);
    const later = new Map<number, Set<number>>();
    for (let act = 0; act < set.item.length; act++) {
        const at = set.at[act]!;
        if (at >= cut && at < end) {
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

/** Users and items keep their indexes. */
function selectActs(set: TrainingSet, keep: (act: number) => boolean, until: number): TrainingSet {
    const acts = Int32Array.from(set.item.keys()).filter(keep);
    return {
        ...set,
        until,
        user: acts.map(act => set.user[act]!),
        item: acts.map(act => set.item[act]!),
        basket: acts.map(act => set.basket[act]!),
        at: Float64Array.from(acts, act => set.at[act]!),
        weight: Float32Array.from(acts, act => set.weight[act]!),
    };
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
