import { fitLogistic, Fitted, logOdds } from './logistic';

/** What each part says of an order; `undefined` where it could not or did not say. */
export interface Parts {
    /** The rules' own score, 0 to 1. */
    readonly rules?: number;
    /** How unusual, in standard deviations (`anomalyDeviation`). */
    readonly anomaly?: number;
    /** Log-odds by the supervised model, before calibration. */
    readonly supervised?: number;
}

export const partNames = ['rules', 'anomaly', 'supervised'] as const;
export type PartName = (typeof partNames)[number];

/**
 * Log-odds of fraud = intercept + Σ weight · input, once for each set of parts that may be there: when one is away, the
 * others are calibrated for being alone, rather than the missing one being taken for zero. No weight is negative: when a
 * part says "riskier", the probability never falls.
 */
export interface Combination {
    /** Whether probabilities were fitted to outcomes; else they are ordered, but not to be taken as shares. */
    readonly calibrated: boolean;
    /** By the parts that are there, in the order of `partNames`, joined with `+`. */
    readonly byParts: Readonly<Record<string, Blend>>;
}

export interface Blend {
    readonly intercept: number;
    readonly weights: Readonly<Partial<Record<PartName, number>>>;
}

export interface Combined {
    readonly logOdds: number;
    readonly intercept: number;
    /** What each part adds to the log-odds; with the intercept they add up to it exactly. */
    readonly contributions: Readonly<Partial<Record<PartName, number>>>;
}

/** `undefined` when no part is there, or none that the combination knows. */
export function combine({ byParts }: Combination, parts: Parts): Combined | undefined {
    const present = presentIn(parts);
    const blend = byParts[present.join('+')];
    if (!blend || present.length === 0) {
        return undefined;
    }
    const contributions: Partial<Record<PartName, number>> = {};
    let sum = blend.intercept;
    for (const name of present) {
        const added = (blend.weights[name] ?? 0) * inputOf(name, parts[name]!);
        contributions[name] = added;
        sum += added;
    }
    return { logOdds: sum, intercept: blend.intercept, contributions };
}

/**
 * Fits the weights on cases that none of the parts learned from: Platt's scaling (1999) for one part, and the same over
 * two or three. Each case counts once, so that the probability is that of the real share of fraud, whatever class weights
 * the parts were trained with.
 */
export function fitCombination(cases: readonly Parts[], label: Uint8Array): Combination {
    const byParts: Record<string, Blend> = {};
    for (const names of subsets()) {
        const rows = [...cases.keys()].filter(row => names.every(name => cases[row]![name] !== undefined));
        if (rows.some(row => label[row] === 1) && rows.some(row => label[row] === 0)) {
            byParts[names.join('+')] = fitBlend(names, cases, label, rows);
        }
    }
    return { calibrated: true, byParts };
}

/**
 * Before there are labels: the rules' score as it stands, moved by how far beyond the ordinary the order is. `baseRate` is
 * the share of fraud to assume where only the anomaly is known. Not calibrated, and says so.
 */
export function assumedCombination(baseRate = 0.01): Combination {
    return {
        calibrated: false,
        byParts: {
            rules: { intercept: 0, weights: { rules: 1 } },
            anomaly: { intercept: logOdds(baseRate), weights: { anomaly: 0.5 } },
            'rules+anomaly': { intercept: 0, weights: { rules: 1, anomaly: 0.5 } },
        },
    };
}

function presentIn(parts: Parts): PartName[] {
    return partNames.filter(name => parts[name] !== undefined);
}

/** A score of 0 or 1 would be certainty, which no rule has. */
function inputOf(name: PartName, value: number): number {
    return name === 'rules' ? logOdds(Math.min(Math.max(value, 0.001), 0.999)) : value;
}

function subsets(): PartName[][] {
    return Array.from({ length: 2 ** partNames.length - 1 }, (_, bits) =>
        partNames.filter((__, at) => ((bits + 1) >> at) & 1),
    );
}

function fitBlend(names: PartName[], cases: readonly Parts[], label: Uint8Array, rows: number[]): Blend {
    const values = Float64Array.from(
        rows.flatMap(row => names.map(name => inputOf(name, cases[row]![name]!))),
    );
    const design = { width: names.length, values };
    const fitted: Fitted = fitLogistic(
        design,
        Uint8Array.from(rows, row => label[row]!),
        { ridge: 0.01 },
    );
    const lowest = Math.min(...fitted.weights, 0);
    if (lowest < 0) {
        const rest = names.filter((_, at) => fitted.weights[at] !== lowest);
        return fitBlend(rest, cases, label, rows);
    }
    return {
        intercept: fitted.intercept,
        weights: Object.fromEntries(names.map((name, at) => [name, fitted.weights[at]!])),
    };
}
