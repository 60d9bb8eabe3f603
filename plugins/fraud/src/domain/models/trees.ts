/**
 * Several binary trees as one table of nodes: plain numbers, so that an artefact is JSON as it stands. A node is a leaf
 * where `feature` is −1. A row goes left where its value is at most `threshold`, and to the side that `missingLeft`
 * (0 or 1) names where it is not known.
 */
export interface Trees {
    readonly roots: number[];
    readonly feature: number[];
    readonly threshold: number[];
    readonly left: number[];
    readonly right: number[];
    readonly missingLeft: number[];
    /** What a row is worth as far as is known at the node: for inner nodes the mean over the rows that passed it. */
    readonly value: number[];
}

export function noTrees(): Trees {
    return { roots: [], feature: [], threshold: [], left: [], right: [], missingLeft: [], value: [] };
}

/** Adds a leaf and returns its index. */
export function addNode(trees: Trees, value: number): number {
    trees.feature.push(-1);
    trees.threshold.push(0);
    trees.left.push(-1);
    trees.right.push(-1);
    trees.missingLeft.push(0);
    return trees.value.push(value) - 1;
}

function childOf(trees: Trees, node: number, row: Float64Array, offset: number): number {
    const value = row[offset + trees.feature[node]!]!;
    const left = Number.isNaN(value) ? trees.missingLeft[node] === 1 : value <= trees.threshold[node]!;
    return left ? trees.left[node]! : trees.right[node]!;
}

/** The leaf's value in the tree at `root`, of the row that begins at `offset`. */
export function leafValue(trees: Trees, root: number, row: Float64Array, offset = 0): number {
    let node = root;
    while (trees.feature[node]! >= 0) {
        node = childOf(trees, node, row, offset);
    }
    return trees.value[node]!;
}

/** Of all trees together. */
export function sumOfLeaves(trees: Trees, row: Float64Array, offset = 0): number {
    let sum = 0;
    for (const root of trees.roots) {
        sum += leafValue(trees, root, row, offset);
    }
    return sum;
}

/**
 * What each feature adds to the sum of the leaves: on a row's way through a tree, each step's change in value belongs
 * to the feature that the step asked for (A. Saabas, "Interpreting random forests", 2014, the method of the package
 * treeinterpreter). Contributions and `base`, the sum of the roots' values, add up to the prediction; unlike SHAP values they
 * depend on the order of the splits, which we take for a cost of one walk.
 */
export function contributionsOf(
    trees: Trees,
    row: Float64Array,
): { readonly base: number; readonly byFeature: Float64Array } {
    const byFeature = new Float64Array(row.length);
    let base = 0;
    for (const root of trees.roots) {
        base += trees.value[root]!;
        for (let node = root; trees.feature[node]! >= 0;) {
            const next = childOf(trees, node, row, 0);
            byFeature[trees.feature[node]!]! += trees.value[next]! - trees.value[node]!;
            node = next;
        }
    }
    return { base, byFeature };
}
