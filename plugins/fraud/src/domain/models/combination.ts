import { fitLogistic, logOdds } from './logistic';

/** What each part says of an order; `undefined` where it could not or did not say. */
export interface Parts {
    /** Log-odds by the rules. */
    readonly rules?: number;
    /** How unusual, in standard deviations (`anomalyDeviation`). */
    readonly anomaly?: number;
    /** Log-odds by the supervised model, before calibration. */
    readonly supervised?: number;
}

const partNames = ['rules', 'anomaly', 'supervised'] as const;
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
    /** What the rules say of most orders, those that none of them fires for. */
    readonly usualRules: number;
}

interface Blend {
    readonly intercept: number;
    readonly weights: Readonly<Partial<Record<PartName, number>>>;
}

export interface Combined {
    readonly logOdds: number;
    readonly intercept: number;
    /** What each part adds to the log-odds; with the intercept they add up to it exactly. */
    readonly contributions: Readonly<Partial<Record<PartName, number>>>;
}

/**
 * By the most parts that are there and that it was fitted for; or by the rules alone, where they fire and think worse of the
 * order: models know the kinds of fraud that had labels, and learn from them to overrule the rules; a merchant writes
 * rules for the kinds that had none.
 */
export function combine(combination: Combination, parts: Parts): Combined {
    const present = partNames.filter(name => parts[name] !== undefined);
    const names = subsets(present)
        .sort((a, b) => b.length - a.length)
        .find(subset => combination.byParts[subset.join('+')]);
    if (!names) {
        throw new Error(
            `Nothing to combine: of ${present.join(', ') || 'no part'} the combination knows none.`,
        );
    }
    const together = blended(combination, names, parts);
    const fired = parts.rules !== undefined && parts.rules > combination.usualRules;
    if (!fired || !combination.byParts.rules) {
        return together;
    }
    const rulesAlone = blended(combination, ['rules'], parts);
    return rulesAlone.logOdds > together.logOdds ? rulesAlone : together;
}

function blended({ byParts }: Combination, names: readonly PartName[], parts: Parts): Combined {
    const { intercept, weights } = byParts[names.join('+')]!;
    const contributions: Partial<Record<PartName, number>> = {};
    let sum = intercept;
    for (const name of names) {
        const added = (weights[name] ?? 0) * parts[name]!;
        contributions[name] = added;
        sum += added;
    }
    return { logOdds: sum, intercept, contributions };
}

/**
 * Fits the weights on cases that none of the parts learned from: Platt's scaling (1999) for one part, and the same over
 * two or three. Each case counts once, so that the probability is that of the real share of fraud, whatever class weights
 * the parts were trained with.
 */
export function fitCombination(cases: readonly Parts[], label: Uint8Array): Combination {
    const byParts: Record<string, Blend> = {};
    for (const names of subsets(partNames)) {
        const rows = [...cases.keys()].filter(row => names.every(name => cases[row]![name] !== undefined));
        if (rows.some(row => label[row] === 1) && rows.some(row => label[row] === 0)) {
            byParts[names.join('+')] = fitBlend(names, cases, label, rows);
        }
    }
    const rules = cases.flatMap(of => (of.rules === undefined ? [] : [of.rules])).sort((a, b) => a - b);
    return { calibrated: true, byParts, usualRules: rules[rules.length >> 1] ?? 0 };
}

/**
 * Before there are labels: the rules as they stand, moved by how far from the ordinary the order is. `baseRate` is the
 * share of fraud to assume where only the anomaly is known. Not calibrated, and says so.
 */
export function assumedCombination(baseRate: number): Combination {
    return {
        calibrated: false,
        usualRules: Infinity,
        byParts: {
            rules: { intercept: 0, weights: { rules: 1 } },
            anomaly: { intercept: logOdds(baseRate), weights: { anomaly: 0.5 } },
            'rules+anomaly': { intercept: 0, weights: { rules: 1, anomaly: 0.5 } },
        },
    };
}

/** All but the empty one, each in the order of `names`. */
function subsets(names: readonly PartName[]): PartName[][] {
    return Array.from({ length: 2 ** names.length - 1 }, (_, bits) =>
        names.filter((__, at) => ((bits + 1) >> at) & 1),
    );
}

function fitBlend(
    names: readonly PartName[],
    cases: readonly Parts[],
    label: Uint8Array,
    rows: readonly number[],
): Blend {
    const values = Float64Array.from(rows.flatMap(row => names.map(name => cases[row]![name]!)));
    const outcome = Uint8Array.from(rows, row => label[row]!);
    const fitted = fitLogistic({ width: names.length, values }, outcome, { ridge: 0.01 });
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
