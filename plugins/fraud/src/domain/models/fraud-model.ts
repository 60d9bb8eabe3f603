import type { FeatureName, FeatureVector } from '../features';
import { boostedContributions, boostedLogOdds, BoostedTrees } from './boosted-trees';
import { Combination, combine, Parts } from './combination';
import { anomalyContributions, anomalyDeviation, IsolationForest } from './isolation-forest';
import { logisticContributions, logisticLogOdds, LogisticModel, sigmoid } from './logistic';
import { rowOf } from './matrix';

/** Of the layout below: raise it with any change that an old artefact would be misread by. */
export const modelVersion = 1;

/** All that was learned, as plain JSON. Holds no personal data: cuts, weights and means. */
export interface FraudModel {
    readonly version: typeof modelVersion;
    readonly names: readonly FeatureName[];
    readonly forest: IsolationForest;
    /** Missing while there are too few labels. */
    readonly supervised?: SupervisedModel;
    readonly combination: Combination;
}

export type SupervisedModel =
    | { readonly kind: 'logistic'; readonly model: LogisticModel }
    | { readonly kind: 'trees'; readonly model: BoostedTrees };

export interface Scored {
    readonly probability: number;
    /** Whether the probability was fitted to outcomes. */
    readonly calibrated: boolean;
    readonly parts: Parts;
    /** Log-odds of the probability = `base` + `ofRules` + the sum of all contributions' weights. */
    readonly base: number;
    readonly ofRules: number;
    /** What each feature added; below 0 it speaks for the order. From the strongest, without those that added nothing. */
    readonly contributions: ReadonlyArray<{ readonly feature: FeatureName; readonly weight: number }>;
}

/**
 * The probability that an order is fraud, and why. `ruleOdds` are the log-odds by the rules, `undefined` when they could not
 * be asked. The same arguments give the same answer, bit for bit, so that a stored decision can be replayed.
 */
export function score(
    model: FraudModel,
    features: Readonly<Partial<FeatureVector>>,
    ruleOdds: number | undefined,
): Scored {
    const row = rowOf(model.names, features);
    const parts = partsOf(model, row, ruleOdds);
    const { logOdds, intercept, contributions: of } = combine(model.combination, parts);
    const learned = supervisedContributions(model, row, of.supervised ?? 0, parts.supervised);
    const unusual = anomalyWeights(model.forest, row, of.anomaly ?? 0);
    return {
        probability: sigmoid(logOdds),
        calibrated: model.combination.calibrated,
        parts,
        base: intercept + learned.base + unusual.rest,
        ofRules: of.rules ?? 0,
        contributions: model.names
            .map((feature, at) => ({ feature, weight: learned.byFeature[at]! + unusual.byFeature[at]! }))
            .filter(({ weight }) => weight !== 0)
            .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight)),
    };
}

/** What the parts say of a row in the order of the model's names. */
export function partsOf(
    model: Pick<FraudModel, 'forest' | 'supervised'>,
    row: Float64Array,
    ruleOdds: number | undefined,
): Parts {
    const { forest, supervised } = model;
    return {
        ...(ruleOdds === undefined || Number.isNaN(ruleOdds) ? {} : { rules: ruleOdds }),
        anomaly: anomalyDeviation(forest, row),
        ...(supervised ? { supervised: supervisedLogOdds(supervised, row) } : {}),
    };
}

/** Before calibration. */
export function supervisedLogOdds(supervised: SupervisedModel, row: Float64Array): number {
    return supervised.kind === 'logistic'
        ? logisticLogOdds(supervised.model, row)
        : boostedLogOdds(supervised.model, row);
}

export type ReadResult =
    { readonly ok: true; readonly model: FraudModel } | { readonly ok: false; readonly reason: string };

/** A stored artefact, if it is of this version: an older or newer layout must not be guessed at. */
export function readModel(json: string): ReadResult {
    const stored = JSON.parse(json) as Partial<FraudModel> | null;
    if (stored?.version !== modelVersion) {
        return {
            ok: false,
            reason: `The fraud model is of version ${String(stored?.version)}, read is ${modelVersion}: train a new one.`,
        };
    }
    return { ok: true, model: stored as FraudModel };
}

/** Exact for the logistic regression, by paths for trees; scaled as the combination scaled the sum. */
function supervisedContributions(
    { names, supervised }: FraudModel,
    row: Float64Array,
    contribution: number,
    logOdds: number | undefined,
): { base: number; byFeature: Float64Array } {
    if (!supervised || !logOdds || contribution === 0) {
        return { base: 0, byFeature: new Float64Array(names.length) };
    }
    const scale = contribution / logOdds;
    const { base, byFeature } =
        supervised.kind === 'logistic'
            ? { base: supervised.model.intercept, byFeature: logisticContributions(supervised.model, row) }
            : boostedContributions(supervised.model, row);
    return { base: scale * base, byFeature: byFeature.map(value => scale * value) };
}

/**
 * The anomaly's contribution, shared among the features that pulled in its direction (those that set the order apart where
 * it is positive), by how much they did. It is no sum by nature: shares of one sign never exceed the whole.
 */
function anomalyWeights(forest: IsolationForest, row: Float64Array, contribution: number) {
    const pulled = anomalyContributions(forest, row).map(saved =>
        Math.max(0, Math.sign(contribution) * saved),
    );
    const all = pulled.reduce((sum, value) => sum + value, 0);
    return all > 0
        ? { byFeature: pulled.map(value => (contribution * value) / all), rest: 0 }
        : { byFeature: pulled, rest: contribution };
}
