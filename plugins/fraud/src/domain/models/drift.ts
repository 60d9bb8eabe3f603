import { Matrix, rowCount } from './matrix';

/** How a feature was spread over the training data. */
export interface Spread {
    readonly name: string;
    /** Ascending: line k holds what is above edge k − 1 and at most edge k. */
    readonly edges: number[];
    /** Share of the rows on each line; the last one is of those that lack the feature. */
    readonly shares: number[];
}

export interface Drift {
    readonly name: string;
    /** Population stability index: below 0.1 stable, above 0.25 another population. */
    readonly psi: number;
}

/** Up to ten lines of about as many rows each. */
export function spreadsOf(matrix: Matrix): Spread[] {
    return matrix.names.map((name, feature) => {
        const column = columnOf(matrix, feature);
        const known = column.filter(value => !Number.isNaN(value)).sort();
        const tenths = [1, 2, 3, 4, 5, 6, 7, 8, 9].map(
            tenth => known[Math.floor((tenth * known.length) / 10)],
        );
        const edges = [...new Set(tenths.filter(edge => edge !== undefined))];
        return { name, edges, shares: sharesOf(column, edges) };
    });
}

/**
 * How far the rows have moved from the training data: Σ (now − then) · ln(now / then) over the lines. An empty line
 * counts as half a row in ten thousand, so that a share of nothing has a logarithm.
 */
export function driftOf(spreads: readonly Spread[], matrix: Matrix): Drift[] {
    return spreads.map(({ name, edges, shares }) => {
        const feature = matrix.names.indexOf(name);
        if (feature < 0 || rowCount(matrix) === 0) {
            throw new Error(`No rows with the feature "${name}" to compare with the training data.`);
        }
        const now = sharesOf(columnOf(matrix, feature), edges);
        const psi = now.reduce((sum, share, line) => {
            const [current, before] = [Math.max(share, 5e-5), Math.max(shares[line]!, 5e-5)];
            return sum + (current - before) * Math.log(current / before);
        }, 0);
        return { name, psi };
    });
}

function sharesOf(column: Float64Array, edges: readonly number[]): number[] {
    const counts = new Array<number>(edges.length + 2).fill(0);
    for (const value of column) {
        const above = edges.findIndex(edge => value <= edge);
        const line = Number.isNaN(value) ? edges.length + 1 : above < 0 ? edges.length : above;
        counts[line]! += 1;
    }
    return counts.map(count => count / (column.length || 1));
}

function columnOf(matrix: Matrix, feature: number): Float64Array {
    const width = matrix.names.length;
    return Float64Array.from({ length: rowCount(matrix) }, (_, row) => matrix.rows[row * width + feature]!);
}
