import { BoostingSettings, trainBoostedTrees } from './boosted-trees';
import { assumedCombination, combine, fitCombination, PartName } from './combination';
import { FraudModel, modelVersion, partsOf, SupervisedModel, supervisedLogOdds } from './fraud-model';
import { ForestSettings, trainIsolationForest } from './isolation-forest';
import { LogisticSettings, sigmoid, trainLogistic } from './logistic';
import { rowAt, rowCount, withColumns } from './matrix';
import { once, prAuc, ranked } from './metrics';
import { Random } from './random';
import { cutInTime, fraudsIn, TrainingSet } from './training-set';

export interface TrainingSettings {
    readonly forest?: ForestSettings;
    readonly logistic?: LogisticSettings;
    readonly trees?: BoostingSettings;
    /** Which supervised model: the one with the higher PR-AUC on what was held back, or always one. @default 'better' */
    readonly supervised?: 'better' | SupervisedModel['kind'];
    /** How much more a fraud counts than a good order, at most; else as much as good orders outnumber it. @default 20 */
    readonly mostPositiveWeight?: number;
    /** Frauds with a label from which on a supervised model is trained. @default 50 */
    readonly leastFrauds?: number;
    /** Share of fraud to assume as long as there is none. @default 0.01 */
    readonly baseRate?: number;
}

/** The first of them fits, the second stops the trees, the third chooses and calibrates: each later than the one before. */
const cuts = [0.6, 0.75] as const;

/**
 * Trains on matured attempts in time order. What it is to be judged by must come after all of them (`cutInTime`). With too
 * few frauds it learns what is usual only, and its probabilities are not calibrated.
 */
export function trainModel(
    set: TrainingSet,
    {
        forest: forestSettings = {},
        logistic: logisticSettings = {},
        trees: treeSettings = {},
        supervised: wanted = 'better',
        mostPositiveWeight = 20,
        leastFrauds = 50,
        baseRate = 0.01,
    }: TrainingSettings,
    random: Random,
    /** Told the share that is done, 0 to 1. */
    onProgress: (done: number) => void = () => undefined,
): FraudModel {
    const [fit, stop, held] = cutInTime(set, ...cuts) as [TrainingSet, TrainingSet, TrainingSet];
    const { names } = set.matrix;
    const forest = trainIsolationForest(fit.matrix, forestSettings, random);
    onProgress(0.15);
    const enough = fraudsIn(set) >= leastFrauds && [fit, stop, held].every(part => fraudsIn(part) > 0);
    if (!enough) {
        return { version: modelVersion, names, forest, combination: assumedCombination(baseRate) };
    }
    const frauds = fraudsIn(fit);
    const positiveWeight = Math.min(mostPositiveWeight, (fit.label.length - frauds) / frauds);
    const candidates: SupervisedModel[] = [];
    if (wanted !== 'trees') {
        const model = trainLogistic(fit.matrix, fit.label, { positiveWeight, ...logisticSettings });
        candidates.push({ kind: 'logistic', model });
        onProgress(0.4);
    }
    if (wanted !== 'logistic') {
        const model = trainBoostedTrees(fit, stop, { positiveWeight, ...treeSettings }, random);
        candidates.push({ kind: 'trees', model });
        onProgress(0.9);
    }
    const supervised = candidates.reduce((best, other) =>
        quality(other, held) > quality(best, held) ? other : best,
    );
    const cases = rowsOf(held).map((row, at) => partsOf({ forest, supervised }, row, held.ruleOdds[at]));
    return {
        version: modelVersion,
        names,
        forest,
        supervised,
        combination: fitCombination(cases, held.label),
    };
}

/** The combined probability of each attempt. */
export function probabilities(model: FraudModel, set: TrainingSet): Float64Array {
    return Float64Array.from(rowsFor(model, set), (row, at) => {
        return sigmoid(combine(model.combination, partsOf(model, row, set.ruleOdds[at])).logOdds);
    });
}

/** The same by a single part, calibrated for being alone. */
export function probabilitiesOf(part: PartName, model: FraudModel, set: TrainingSet): Float64Array {
    return Float64Array.from(rowsFor(model, set), (row, at) => {
        const alone = partsOf(model, row, set.ruleOdds[at])[part];
        return sigmoid(combine(model.combination, { [part]: alone }).logOdds);
    });
}

/** In the order of the model's features: an older one may have been taught others than there are now. */
function rowsFor({ names }: FraudModel, { matrix }: TrainingSet): Float64Array[] {
    return rowsOf({ matrix: withColumns(matrix, names) });
}

function rowsOf({ matrix }: Pick<TrainingSet, 'matrix'>): Float64Array[] {
    return Array.from({ length: rowCount(matrix) }, (_, at) => rowAt(matrix, at));
}

function quality(supervised: SupervisedModel, held: TrainingSet): number {
    const score = Float64Array.from(rowsOf(held), row => supervisedLogOdds(supervised, row));
    const cases = ranked({ score, label: held.label });
    return prAuc(cases, once(cases));
}
