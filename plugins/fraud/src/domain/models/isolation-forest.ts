import { Matrix, rowCount } from './matrix';
import { drawToFront, Random } from './random';
import { addNode, contributionsOf, noTrees, sumOfLeaves, Trees } from './trees';

/**
 * Isolation forest (Liu, Ting, Zhou: "Isolation Forest", ICDM 2008): what random cuts set apart early is unusual. Our
 * own, because what the registry has (isolation-forest, ml-isolation-forest) takes no seed and gives out no model.
 */
export interface IsolationForest {
    readonly names: readonly string[];
    /** Rows that each tree saw. */
    readonly sampleSize: number;
    /** Values are path lengths: their depth, and what an unbuilt subtree of a leaf's rows would add. */
    readonly trees: Trees;
    /** Of the scores of what it learned from, so that a score can be read in standard deviations. */
    readonly mean: number;
    readonly deviation: number;
}

export interface ForestSettings {
    /** @default 100 */
    readonly trees?: number;
    /** Rows per tree. @default 256 */
    readonly sampleSize?: number;
}

/**
 * A cut is at a random value between the least and the greatest of a random feature that is not the same everywhere in the
 * node. Rows that lack the feature go with the larger part: not to know is not unusual by itself, and where it should
 * be, a feature says so.
 */
export function trainIsolationForest(
    matrix: Matrix,
    { trees: count = 100, sampleSize = 256 }: ForestSettings,
    random: Random,
): IsolationForest {
    const rows = rowCount(matrix);
    if (rows === 0) {
        throw new Error('An isolation forest needs rows to learn from.');
    }
    const size = Math.min(sampleSize, rows);
    const indices = Int32Array.from({ length: rows }, (_, at) => at);
    const trees = noTrees();
    const most = Math.ceil(Math.log2(Math.max(size, 2)));
    for (let tree = 0; tree < count; tree++) {
        drawToFront(indices, size, random);
        trees.roots.push(grow(trees, matrix, indices.slice(0, size), { depth: 0, most, random }));
    }
    const forest = { names: matrix.names, sampleSize: size, trees, mean: 0, deviation: 1 };
    return { ...forest, ...spreadOf(forest, matrix, rows) };
}

/** From 0 to 1; about 0.5 for the ordinary, near 1 for what stands alone. */
export function anomalyScore(forest: IsolationForest, row: Float64Array, offset = 0): number {
    return scoreOf(forest, sumOfLeaves(forest.trees, row, offset));
}

/** The same in standard deviations from what it learned from. */
export function anomalyDeviation(forest: IsolationForest, row: Float64Array): number {
    return (anomalyScore(forest, row) - forest.mean) / forest.deviation;
}

/** How many cuts each feature saved on average on the way to the row: the greater, the more it sets the row apart. */
export function anomalyContributions({ trees }: IsolationForest, row: Float64Array): Float64Array {
    return contributionsOf(trees, row).byFeature.map(change => -change / trees.roots.length);
}

/** Average path length of an unsuccessful search in a binary search tree of `size` rows: c(n) of the paper. */
export function averagePathLength(size: number): number {
    if (size <= 1) {
        return 0;
    }
    return size === 2 ? 1 : 2 * (Math.log(size - 1) + 0.5772156649015329) - (2 * (size - 1)) / size;
}

function scoreOf({ trees, sampleSize }: IsolationForest, sum: number): number {
    const usual = averagePathLength(sampleSize);
    return usual === 0 ? 0.5 : 2 ** (-sum / trees.roots.length / usual);
}

interface Growth {
    readonly depth: number;
    readonly most: number;
    readonly random: Random;
}

function grow(trees: Trees, matrix: Matrix, sample: Int32Array, growth: Growth): number {
    const { depth, most, random } = growth;
    const cut = depth < most && sample.length > 1 ? cutOf(matrix, sample, random) : undefined;
    if (!cut) {
        return addNode(trees, depth + averagePathLength(sample.length));
    }
    const { feature, threshold } = cut;
    const valueOf = (row: number) => matrix.rows[row * matrix.names.length + feature]!;
    const below = sample.filter(row => valueOf(row) <= threshold);
    const above = sample.filter(row => valueOf(row) > threshold);
    const missing = sample.filter(row => Number.isNaN(valueOf(row)));
    const missingLeft = below.length >= above.length;
    const node = addNode(trees, 0);
    const deeper = { ...growth, depth: depth + 1 };
    const [leftRows, rightRows] = missingLeft
        ? [joined(below, missing), above]
        : [below, joined(above, missing)];
    const left = grow(trees, matrix, leftRows, deeper);
    const right = grow(trees, matrix, rightRows, deeper);
    trees.feature[node] = feature;
    trees.threshold[node] = threshold;
    trees.left[node] = left;
    trees.right[node] = right;
    trees.missingLeft[node] = missingLeft ? 1 : 0;
    trees.value[node] =
        (trees.value[left]! * leftRows.length + trees.value[right]! * rightRows.length) / sample.length;
    return node;
}

function cutOf({ names, rows }: Matrix, sample: Int32Array, random: Random) {
    const features = Int32Array.from(names.keys());
    for (let tried = 0; tried < features.length; tried++) {
        const other = tried + Math.floor(random() * (features.length - tried));
        const feature = features[other]!;
        features[other] = features[tried]!;
        let [least, greatest] = [Infinity, -Infinity];
        for (const row of sample) {
            const value = rows[row * names.length + feature]!;
            least = value < least ? value : least;
            greatest = value > greatest ? value : greatest;
        }
        if (least < greatest) {
            const threshold = least + random() * (greatest - least);
            // Rounding may reach the upper end, which would leave nothing above the cut.
            return { feature, threshold: threshold < greatest ? threshold : least };
        }
    }
    return undefined;
}

function joined(left: Int32Array, right: Int32Array): Int32Array {
    const all = new Int32Array(left.length + right.length);
    all.set(left);
    all.set(right, left.length);
    return all;
}

function spreadOf(forest: IsolationForest, matrix: Matrix, rows: number) {
    let [sum, squares] = [0, 0];
    for (let row = 0; row < rows; row++) {
        const score = anomalyScore(forest, matrix.rows, row * matrix.names.length);
        sum += score;
        squares += score * score;
    }
    const mean = sum / rows;
    return { mean, deviation: Math.sqrt(Math.max(squares / rows - mean * mean, 0)) || 1 };
}
