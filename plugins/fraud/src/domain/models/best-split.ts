import { binCount, Binned, missingBin } from './bins';

/** Gradients, curvatures and rows per feature and bin: three numbers each. */
export type Histogram = Float64Array;

export interface Totals {
    readonly gradient: number;
    readonly curvature: number;
    readonly rows: number;
}

export interface Split {
    readonly feature: number;
    /** The last bin that goes left. */
    readonly bin: number;
    readonly missingLeft: boolean;
    readonly gain: number;
}

export interface SplitSettings {
    /** L2 penalty on leaves. */
    readonly ridge: number;
    /** Rows that a leaf holds at least. */
    readonly leafRows: number;
}

export function histogramOf(
    { bins, rows: count, width }: Binned,
    rows: Int32Array,
    gradient: Float64Array,
    curvature: Float64Array,
): Histogram {
    const histogram = new Float64Array(width * binCount * 3);
    for (let feature = 0; feature < width; feature++) {
        const column = feature * count;
        const start = feature * binCount;
        for (const row of rows) {
            const at = (start + bins[column + row]!) * 3;
            histogram[at]! += gradient[row]!;
            histogram[at + 1]! += curvature[row]!;
            histogram[at + 2]! += 1;
        }
    }
    return histogram;
}

/**
 * The split with the greatest gain, as in XGBoost (Chen, Guestrin: "XGBoost", KDD 2016, equation 7 and algorithm 3): rows
 * that lack the feature are tried on either side. Where no row lacks it, the larger side takes those that will.
 */
export function bestSplit(
    { edges }: Binned,
    histogram: Histogram,
    features: Int32Array,
    totals: Totals,
    settings: SplitSettings,
): Split | undefined {
    let best: Split | undefined;
    for (const feature of features) {
        const start = feature * binCount * 3;
        const missing = sumAt(histogram, start + missingBin * 3);
        let below: Totals = { gradient: 0, curvature: 0, rows: 0 };
        for (let bin = 0; bin < edges[feature]!.length; bin++) {
            below = plus(below, sumAt(histogram, start + bin * 3));
            for (const missingLeft of missing.rows > 0 ? [true, false] : [false]) {
                const left = missingLeft ? plus(below, missing) : below;
                const gain = gainOf(left, totals, settings);
                if (gain > (best?.gain ?? 1e-9)) {
                    const larger = missing.rows > 0 ? missingLeft : left.rows * 2 >= totals.rows;
                    best = { feature, bin, missingLeft: larger, gain };
                }
            }
        }
    }
    return best;
}

function gainOf(left: Totals, totals: Totals, { ridge, leafRows }: SplitSettings): number {
    const right = plus(totals, left, -1);
    if (left.rows < leafRows || right.rows < leafRows) {
        return 0;
    }
    const worth = ({ gradient, curvature }: Totals) => gradient ** 2 / (curvature + ridge);
    return worth(left) + worth(right) - worth(totals);
}

function sumAt(histogram: Histogram, at: number): Totals {
    return { gradient: histogram[at]!, curvature: histogram[at + 1]!, rows: histogram[at + 2]! };
}

function plus(a: Totals, b: Totals, sign = 1): Totals {
    return {
        gradient: a.gradient + sign * b.gradient,
        curvature: a.curvature + sign * b.curvature,
        rows: a.rows + sign * b.rows,
    };
}
