import { boostedContributions, boostedLogOdds, BoostedTrees } from './boosted-trees';
import { Combination, combine, Parts, PartName } from './combination';
import { anomalyContributions, anomalyDeviation, IsolationForest } from './isolation-forest';
import { logisticContributions, logisticLogOdds, LogisticModel, sigmoid } from './logistic';
import { rowOf } from './matrix';

/** Of the layout below: raise it with any change that an old artefact would be misread by. */
export const modelVersion = 1;

/** All that was learned, as plain JSON. Holds no personal data: cuts, weights and means. */
export interface FraudModel {
    readonly version: typeof modelVersion;
    readonly names: readonly string[];
    readonly forest: IsolationForest;
    /** Missing while there are too few labels. */
    readonly supervised?: SupervisedModel;
    readonly combination: Combination;
}

export type SupervisedModel =
    | { readonly kind: 'logistic'; readonly model: LogisticModel }
    | { readonly kind: 'trees'; readonly model: BoostedTrees };

/** Why a decision came out as it did. */
export interface Factor {
    readonly part: PartName;
    /** For the supervised part: the feature, and its value where it is known. */
    readonly feature?: string;
    readonly value?: number;
    /** What it adds to the log-odds; below 0 it speaks for the order. */
    readonly contribution: number;
    /** For the anomaly: the features that set the order apart most, the strongest first. */
    readonly because?: readonly string[];
}

export interface Assessment {
    readonly probability: number;
    /** The probability as it is shown: 0 to 99, whole per cents rounded down. */
    readonly shown: number;
    readonly calibrated: boolean;
    readonly parts: Parts;
    /** Log-odds of the probability = `base` + the sum of all factors' contributions. */
    readonly base: number;
    /** All that are not 0, from the strongest to the weakest. */
    readonly factors: readonly Factor[];
}

/**
 * The probability that an order is fraud, and why. `rules` is the rules' own score, 0 to 1, `undefined` when they could not be
 * asked. The same arguments give the same answer, bit for bit, so a stored decision can be replayed. `undefined` when no part
 * had anything to say.
 */
export function assess(
    model: FraudModel,
    features: Readonly<Record<string, number | undefined>>,
    rules: number | undefined,
): Assessment | undefined {
    const row = rowOf(model.names, features);
    const parts = partsOf(model, row, rules);
    const combined = combine(model.combination, parts);
    if (!combined) {
        return undefined;
    }
    const { supervised, ...others } = combined.contributions;
    const factors = Object.entries(others).map(([part, contribution]): Factor => ({
        part: part as PartName,
        contribution,
        ...(part === 'anomaly' ? { because: strongest(model.forest, row) } : {}),
    }));
    const learned = supervisedFactors(model, row, parts.supervised, supervised ?? 0);
    const probability = sigmoid(combined.logOdds);
    return {
        probability,
        shown: Math.min(99, Math.floor(100 * probability)),
        calibrated: model.combination.calibrated,
        parts,
        base: combined.intercept + learned.base,
        factors: [...factors, ...learned.factors]
            .filter(({ contribution }) => contribution !== 0)
            .sort((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution)),
    };
}

/** What the parts say of a row in the order of the model's names. */
export function partsOf(
    model: Pick<FraudModel, 'forest' | 'supervised'>,
    row: Float64Array,
    rules: number | undefined,
): Parts {
    const { forest, supervised } = model;
    return {
        ...(rules === undefined || Number.isNaN(rules) ? {} : { rules }),
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

function supervisedFactors(
    { names, supervised }: FraudModel,
    row: Float64Array,
    logOdds: number | undefined,
    contribution: number,
): { base: number; factors: Factor[] } {
    if (!supervised || !logOdds || contribution === 0) {
        return { base: 0, factors: [] };
    }
    const weight = contribution / logOdds;
    const { base, byFeature } =
        supervised.kind === 'logistic'
            ? { base: supervised.model.intercept, byFeature: logisticContributions(supervised.model, row) }
            : boostedContributions(supervised.model, row);
    return {
        base: weight * base,
        factors: names.map((feature, at) => ({
            part: 'supervised',
            feature,
            ...(Number.isNaN(row[at]) ? {} : { value: row[at]! }),
            contribution: weight * byFeature[at]!,
        })),
    };
}

function strongest(forest: IsolationForest, row: Float64Array): string[] {
    const saved = anomalyContributions(forest, row);
    return [...forest.names.keys()]
        .filter(at => saved[at]! > 0)
        .sort((a, b) => saved[b]! - saved[a]!)
        .slice(0, 3)
        .map(at => forest.names[at]!);
}
