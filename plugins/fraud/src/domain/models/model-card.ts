import { Estimate, estimate, Resampling } from './bootstrap';
import { Drift, driftOf, Spread, spreadsOf } from './drift';
import { falsePositiveRates, GroupRate } from './fairness';
import { FraudModel } from './fraud-model';
import {
    CalibrationLine,
    calibrationTable,
    brier,
    expectedCalibrationError,
    prAuc,
    recallAt,
} from './metrics';
import { probabilities, probabilitiesOf } from './train-model';
import { fraudsIn, TrainingSet } from './training-set';

/** With bootstrap intervals. */
export interface Performance {
    readonly prAuc: Estimate;
    /** Share of the frauds that are caught while 1 % of the good orders are stopped. */
    readonly recallAt1: Estimate;
    readonly brier: Estimate;
    readonly calibrationError: Estimate;
}

/** What a model learned from and what it can do. Holds no personal data. */
export interface FraudModelCard {
    /** `none` while there are too few labels. */
    readonly supervised: 'logistic' | 'trees' | 'none';
    /** Of what was trained on, as dates in ISO 8601. */
    readonly from: string;
    readonly to: string;
    /** How old an attempt was at least before its label was believed. */
    readonly labelDelayDays: number;
    readonly attempts: number;
    readonly frauds: number;
    /** What was measured on, all of it later. */
    readonly measured: {
        readonly from: string;
        readonly to: string;
        readonly attempts: number;
        readonly frauds: number;
    };
    readonly model: Performance;
    readonly rulesAlone: Performance;
    /** PR-AUC and recall of a coin: the share of fraud, and 1 %. */
    readonly chance: { readonly prAuc: number; readonly recallAt1: number };
    readonly calibration: readonly CalibrationLine[];
    /** How the training data was spread, for later drift. */
    readonly spreads: readonly Spread[];
    /** Of what was measured on from what was trained on, the most moved first. */
    readonly drift: readonly Drift[];
    /** At the threshold that stops 1 % of all good orders. */
    readonly fairness: {
        readonly byCountry: readonly GroupRate[];
        readonly byAccountAge: readonly GroupRate[];
    };
}

export interface CardInput {
    readonly trained: TrainingSet;
    readonly measured: TrainingSet;
    readonly labelDelayDays: number;
    /** Of each attempt that was measured on. */
    readonly country: readonly string[];
    readonly accountAge: readonly string[];
    readonly resampling: Resampling;
}

const metrics = {
    prAuc,
    recallAt1: recallAt(0.01),
    brier,
    calibrationError: expectedCalibrationError,
};

export function writeCard(model: FraudModel, input: CardInput): FraudModelCard {
    const { trained, measured, resampling } = input;
    const { label } = measured;
    const score = probabilities(model, measured);
    const stopped = aboveGood(score, label, 0.01);
    const rates = (groups: readonly string[]) =>
        falsePositiveRates(
            groups.map((group, row) => ({ group, stopped: stopped(score[row]!), fraud: label[row] === 1 })),
        );
    const spreads = spreadsOf(trained.matrix);
    const grouped = measured.group ? { ...resampling, group: measured.group } : resampling;
    return {
        supervised: model.supervised?.kind ?? 'none',
        ...windowOf(trained),
        labelDelayDays: input.labelDelayDays,
        measured: windowOf(measured),
        model: estimate({ score, label }, metrics, grouped),
        rulesAlone: performanceOf({ score: probabilitiesOf('rules', model, measured), label }, grouped),
        chance: { prAuc: fraudsIn(measured) / label.length, recallAt1: 0.01 },
        calibration: calibrationTable({ score, label }),
        spreads,
        drift: driftOf(spreads, measured.matrix).sort((a, b) => b.psi - a.psi),
        fairness: { byCountry: rates(input.country), byAccountAge: rates(input.accountAge) },
    };
}

export function performanceOf(
    cases: { readonly score: Float64Array; readonly label: Uint8Array },
    resampling: Resampling,
): Performance {
    return estimate(cases, metrics, resampling);
}

/** Whether a score is above the lowest threshold that at most `share` of the good cases reach. */
export function aboveGood(score: Float64Array, label: Uint8Array, share: number): (score: number) => boolean {
    const good = score.filter((_, row) => label[row] === 0).sort();
    const threshold = good[good.length - 1 - Math.floor(share * good.length)] ?? Infinity;
    return value => value > threshold;
}

function windowOf(set: TrainingSet) {
    const dates = [set.at[0], set.at.at(-1)].map(at => (at === undefined ? '' : new Date(at).toISOString()));
    return { from: dates[0]!, to: dates[1]!, attempts: set.label.length, frauds: fraudsIn(set) };
}
