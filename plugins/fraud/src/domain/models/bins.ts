import { Matrix, rowCount } from './matrix';

/** Features cut into at most 64 bins each, so that a split needs sums per bin only. */
export interface Binned {
    readonly rows: number;
    readonly width: number;
    /** Column-major. `missingBin` where the feature is not known. */
    readonly bins: Uint8Array;
    /** Per feature, ascending: bin b holds what is above edge b − 1 and at most edge b. */
    readonly edges: ReadonlyArray<Float64Array>;
}

const mostBins = 64;
export const missingBin = mostBins;
/** Places per feature in a histogram. */
export const binCount = mostBins + 1;

export function binned(matrix: Matrix): Binned {
    const { names, rows } = matrix;
    const count = rowCount(matrix);
    const bins = new Uint8Array(count * names.length);
    const edges = names.map((_, feature) => {
        const column = Float64Array.from({ length: count }, (__, row) => rows[row * names.length + feature]!);
        const cuts = edgesOf(column);
        column.forEach((value, row) => {
            bins[feature * count + row] = Number.isNaN(value) ? missingBin : binOf(cuts, value);
        });
        return cuts;
    });
    return { rows: count, width: names.length, bins, edges };
}

/** Between each two values where there are few of them; else so that bins hold about as many rows each. */
function edgesOf(column: Float64Array): Float64Array {
    const known = column.filter(value => !Number.isNaN(value)).sort();
    const distinct = known.filter((value, at) => at === 0 || value !== known[at - 1]);
    if (distinct.length <= mostBins) {
        return distinct.subarray(1).map((value, at) => between(distinct[at]!, value));
    }
    const cuts = Array.from({ length: mostBins - 1 }, (_, at) => {
        const rank = Math.floor(((at + 1) * known.length) / mostBins);
        return between(known[rank - 1]!, known[rank]!);
    });
    return Float64Array.from(new Set(cuts));
}

function between(low: number, high: number): number {
    const middle = low + (high - low) / 2;
    return middle < high ? middle : low;
}

function binOf(edges: Float64Array, value: number): number {
    let [low, high] = [0, edges.length];
    while (low < high) {
        const middle = (low + high) >> 1;
        if (value <= edges[middle]!) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    return low;
}
