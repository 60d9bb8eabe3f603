import type { TrainingSet } from './model';

/** The weight of a purchase; whatever says less of a person weighs less. */
export const PURCHASE = 1;

/** Only what was bought, with the same users, items and baskets. */
export function purchasesOf(set: TrainingSet): TrainingSet {
    return set.weight.every(weight => weight >= PURCHASE)
        ? set
        : onlyActs(set, act => (set.weight[act] ?? 0) >= PURCHASE);
}

/** Some of the acts; users, items and baskets keep their indexes. */
export function onlyActs(set: TrainingSet, keep: (act: number) => boolean): TrainingSet {
    const acts = Int32Array.from(set.item.keys()).filter(keep);
    return {
        ...set,
        user: acts.map(act => set.user[act] ?? 0),
        item: acts.map(act => set.item[act] ?? 0),
        basket: acts.map(act => set.basket[act] ?? 0),
        at: Float64Array.from(acts, act => set.at[act] ?? 0),
        weight: Float32Array.from(acts, act => set.weight[act] ?? 0),
    };
}
