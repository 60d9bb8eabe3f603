import type { FeatureName } from '../features';
import { Matrix, pickRows, sliceRows } from './matrix';

const day = 86_400_000;

/** Attempts to pay whose outcome is known, in time order. */
export interface TrainingSet {
    readonly matrix: Matrix<FeatureName>;
    /** 1 is fraud. */
    readonly label: Uint8Array;
    /** When each was made, in milliseconds since 1970. */
    readonly at: Float64Array;
    /** Log-odds by the rules; NaN where they were not asked. */
    readonly ruleOdds: Float64Array;
    /** Which belong together (one customer, one ring), as numbers; see `Resampling.group`. */
    readonly group?: Int32Array;
}

/**
 * Attempts old enough to judge at `now`: a chargeback comes weeks after the order, so that a recent order without one is
 * not a good order yet.
 */
export function matured(set: TrainingSet, now: number, labelDelayDays: number): TrainingSet {
    return pickExamples(
        set,
        [...set.at.keys()].filter(row => set.at[row]! <= now - labelDelayDays * day),
    );
}

/** Cut in time at the given shares of the rows, e.g. 0.6 and 0.8 for three parts. */
export function cutInTime(set: TrainingSet, ...shares: readonly number[]): TrainingSet[] {
    if (set.at.some((at, row) => row > 0 && at < set.at[row - 1]!)) {
        throw new Error('A training set must be in time order, or the future would teach the past.');
    }
    const cuts = [0, ...shares.map(share => Math.round(share * set.label.length)), set.label.length];
    return cuts.slice(1).map((to, at) => sliceExamples(set, cuts[at]!, to));
}

export function pickExamples(set: TrainingSet, picked: readonly number[]): TrainingSet {
    return {
        matrix: pickRows(set.matrix, picked),
        label: Uint8Array.from(picked, row => set.label[row]!),
        at: Float64Array.from(picked, row => set.at[row]!),
        ruleOdds: Float64Array.from(picked, row => set.ruleOdds[row]!),
        ...(set.group ? { group: Int32Array.from(picked, row => set.group![row]!) } : {}),
    };
}

export function fraudsIn({ label }: Pick<TrainingSet, 'label'>): number {
    return label.reduce((sum, value) => sum + value, 0);
}

function sliceExamples(set: TrainingSet, from: number, to: number): TrainingSet {
    return {
        matrix: sliceRows(set.matrix, from, to),
        label: set.label.subarray(from, to),
        at: set.at.subarray(from, to),
        ruleOdds: set.ruleOdds.subarray(from, to),
        ...(set.group ? { group: set.group.subarray(from, to) } : {}),
    };
}
