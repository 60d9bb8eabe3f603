/** What a model said of cases, and what came of them: 1 is fraud. */
export interface Predictions {
    /** The higher, the more likely; a probability for `brier` and `expectedCalibrationError`. */
    readonly score: Float64Array;
    readonly label: Uint8Array;
}

export interface Ranked extends Predictions {
    /** Cases from the highest score to the lowest. */
    readonly order: Int32Array;
}

/**
 * A figure over cases where case i counts `times[i]` times: resampling changes the times, and the order is sorted once.
 * NaN where the cases can't tell (no fraud among them, say).
 */
export type Metric = (ranked: Ranked, times: Float64Array) => number;

export function ranked({ score, label }: Predictions): Ranked {
    if (score.length !== label.length || score.some(value => Number.isNaN(value))) {
        throw new Error('Each case needs a score: one that was not computed has no rank.');
    }
    const order = Int32Array.from(score.keys()).sort((a, b) => score[b]! - score[a]! || a - b);
    return { score, label, order };
}

export function once(ranked: Predictions): Float64Array {
    return new Float64Array(ranked.label.length).fill(1);
}

/** Area under the precision-recall curve as average precision: Σ (Rₙ − Rₙ₋₁) · Pₙ over the thresholds, as scikit-learn. */
export const prAuc: Metric = (cases, times) => {
    const all = totals(cases, times);
    let area = 0;
    forEachThreshold(cases, times, ({ frauds, good }, newFrauds) => {
        area += newFrauds > 0 ? (newFrauds * frauds) / (frauds + good) : 0;
    });
    return area / all.frauds;
};

/** Area under the ROC curve: how often a fraud scores above a good case; a tie is half. */
export const rocAuc: Metric = (cases, times) => {
    const all = totals(cases, times);
    let area = 0;
    forEachThreshold(cases, times, ({ frauds }, newFrauds, newGood) => {
        area += newGood * (frauds - newFrauds / 2);
    });
    return area / (all.frauds * all.good);
};

/** Share of the frauds above the lowest threshold that at most `share` of the good cases reach. */
export function recallAt(share: number): Metric {
    return (cases, times) => {
        const all = totals(cases, times);
        let caught = 0;
        forEachThreshold(cases, times, ({ frauds, good }) => {
            caught = good <= share * all.good ? frauds : caught;
        });
        return caught / all.frauds;
    };
}

/** Mean squared difference between probability and outcome. */
export const brier: Metric = ({ score, label }, times) => {
    let [sum, count] = [0, 0];
    for (let i = 0; i < label.length; i++) {
        sum += times[i]! * (score[i]! - label[i]!) ** 2;
        count += times[i]!;
    }
    return sum / count;
};

/** Probabilities at which the calibration table begins a new line: fine where shops have their thresholds. */
const bounds = [0, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.4, 0.6, 0.8];

export interface CalibrationLine {
    readonly from: number;
    readonly to: number;
    readonly cases: number;
    /** Mean probability, and the share that was fraud: on the diagonal of a plot where they are the same. */
    readonly said: number;
    readonly was: number;
}

/** Said against was, for lines that hold any case. */
export function calibrationTable({ score, label }: Predictions, times?: Float64Array): CalibrationLine[] {
    const lines = bounds.map((from, at) => ({ from, to: bounds[at + 1] ?? 1, cases: 0, said: 0, was: 0 }));
    for (let i = 0; i < label.length; i++) {
        const weight = times?.[i] ?? 1;
        const line = lines[bounds.findLastIndex(from => score[i]! >= from)];
        if (line) {
            line.cases += weight;
            line.said += weight * score[i]!;
            line.was += weight * label[i]!;
        }
    }
    return lines
        .filter(({ cases }) => cases > 0)
        .map(({ from, to, cases, said, was }) => ({ from, to, cases, said: said / cases, was: was / cases }));
}

/** Mean distance of said from was over the lines of the calibration table, by their cases. */
export const expectedCalibrationError: Metric = (cases, times) => {
    const lines = calibrationTable(cases, times);
    const all = lines.reduce((sum, line) => sum + line.cases, 0);
    return lines.reduce((sum, line) => sum + line.cases * Math.abs(line.said - line.was), 0) / all;
};

interface Caught {
    readonly frauds: number;
    readonly good: number;
}

function totals({ label }: Predictions, times: Float64Array): Caught {
    let [frauds, good] = [0, 0];
    for (let i = 0; i < label.length; i++) {
        frauds += label[i] ? times[i]! : 0;
        good += label[i] ? 0 : times[i]!;
    }
    return { frauds, good };
}

/** What lies at or above each score, from the highest; cases of the same score come together. */
function forEachThreshold(
    { order, score, label }: Ranked,
    times: Float64Array,
    visit: (above: Caught, newFrauds: number, newGood: number) => void,
): void {
    let [frauds, good, newFrauds, newGood] = [0, 0, 0, 0];
    for (let at = 0; at < order.length; at++) {
        const i = order[at]!;
        newFrauds += label[i] ? times[i]! : 0;
        newGood += label[i] ? 0 : times[i]!;
        if (at + 1 === order.length || score[order[at + 1]!] !== score[i]) {
            frauds += newFrauds;
            good += newGood;
            visit({ frauds, good }, newFrauds, newGood);
            newFrauds = newGood = 0;
        }
    }
}
