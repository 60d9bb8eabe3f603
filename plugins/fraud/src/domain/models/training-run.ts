import type { Estimate } from './bootstrap';
import { FraudModel } from './fraud-model';
import { FraudModelCard, Performance, performanceOf, writeCard } from './model-card';
import { decidePromotion, leastMeasuredFrauds } from './promotion';
import { Random } from './random';
import { probabilities, probabilitiesOf, trainModel } from './train-model';
import { cutInTime, fraudsIn, TrainingSet } from './training-set';

/** What a training is given. */
export interface TrainingMaterial {
    /** Matured, in time order. */
    readonly set: TrainingSet;
    /** Of each attempt, to compare groups by. */
    readonly country: readonly string[];
    readonly accountAge: readonly string[];
    readonly labelDelayDays: number;
}

/** With the contest that decided about the model. */
export interface TrainedCard extends FraudModelCard {
    readonly supervised: 'logistic' | 'trees';
    /** Of the model that was in place, on the same attempts. */
    readonly inPlace?: Performance;
    /** Differences in PR-AUC. */
    readonly overRules: Estimate;
    readonly overInPlace?: Estimate;
}

export type TrainingRun =
    | { readonly trained: false; readonly reason: string }
    | {
          readonly trained: true;
          readonly model: FraudModel;
          readonly card: TrainedCard;
          readonly promote: boolean;
          readonly reason: string;
      };

/** The newest quarter is measured on, and never learned from. */
const learnedShare = 0.75;

/** Below, probabilities could not be calibrated. */
const leastLearnedFrauds = 50;

/** Says in words what is missing to learn from and to measure on; `undefined` when there is enough. */
export function shortfallOf(set: TrainingSet, labelDelayDays: number): string | undefined {
    const [learned, measured] = split(set);
    const [toLearn, toMeasure] = [fraudsIn(learned), fraudsIn(measured)];
    return toLearn >= leastLearnedFrauds && toMeasure >= leastMeasuredFrauds
        ? undefined
        : `Too few labels: of the payments at least ${labelDelayDays} days old, ${toLearn} of the older three quarters ` +
              `are known to be fraud and ${toMeasure} of the newest quarter. At least ${leastLearnedFrauds} are needed ` +
              `to learn from and ${leastMeasuredFrauds} to measure on.`;
}

/**
 * Learns from the older attempts, measures on the newer ones, and says whether the model has earned the place of the one
 * that is in place. The same arguments give the same model.
 */
export function runTraining(
    material: TrainingMaterial,
    inPlace: FraudModel | undefined,
    random: Random,
    onProgress: (done: number) => void,
): TrainingRun {
    const { set, labelDelayDays } = material;
    const [trained, measured] = split(set);
    const model = trainModel(trained, {}, random, done => onProgress(0.7 * done));
    const { supervised } = model;
    if (!supervised) {
        const reason =
            shortfallOf(set, labelDelayDays) ??
            'Too few labels: the known frauds lie too close together in time to learn from some and to choose by others.';
        return { trained: false, reason };
    }
    const { label, group } = measured;
    const resampling = { random, ...(group ? { group } : {}) };
    const others = inPlace && probabilities(inPlace, measured);
    const contest = {
        label,
        candidate: probabilities(model, measured),
        rules: probabilitiesOf('rules', model, measured),
        ...(others ? { inPlace: others } : {}),
    };
    const { promote, reason, overRules, overInPlace } = decidePromotion(contest, resampling);
    if (!overRules) {
        return { trained: false, reason };
    }
    onProgress(0.85);
    const ofMeasured = (groups: readonly string[]) => groups.slice(trained.label.length);
    const card = writeCard(model, {
        trained,
        measured,
        labelDelayDays,
        country: ofMeasured(material.country),
        accountAge: ofMeasured(material.accountAge),
        resampling,
    });
    onProgress(1);
    return {
        trained: true,
        model,
        promote,
        reason,
        card: {
            ...card,
            supervised: supervised.kind,
            overRules,
            ...(others ? { inPlace: performanceOf({ score: others, label }, resampling) } : {}),
            ...(overInPlace ? { overInPlace } : {}),
        },
    };
}

function split(set: TrainingSet): [TrainingSet, TrainingSet] {
    return cutInTime(set, learnedShare) as [TrainingSet, TrainingSet];
}
