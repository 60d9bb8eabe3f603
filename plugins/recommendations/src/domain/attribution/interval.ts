/** Standard deviations on both sides that hold 95 % of a normal distribution. */
const Z = 1.959964;

export interface Interval {
    readonly from: number;
    readonly to: number;
}

/**
 * Where a rate lies with 95 % confidence: Wilson's score interval (1927), which holds for few cases and rates near 0
 * too. The whole range from 0 to 1 for no cases.
 */
export function wilson(successes: number, cases: number): Interval {
    if (cases === 0) {
        return { from: 0, to: 1 };
    }
    const rate = successes / cases;
    const z2 = Z * Z;
    const centre = rate + z2 / (2 * cases);
    const half = Z * Math.sqrt((rate * (1 - rate)) / cases + z2 / (4 * cases * cases));
    const scale = 1 + z2 / cases;
    return { from: Math.max(0, (centre - half) / scale), to: Math.min(1, (centre + half) / scale) };
}

/** Successes out of cases, e.g. lists that were clicked out of lists that were shown. */
export interface Proportion {
    readonly successes: number;
    readonly cases: number;
}

/**
 * Where the difference `a − b` of two independent rates lies with 95 % confidence: Newcombe's hybrid score interval
 * (1998, method 10). From −1 to 1 as long as one of them has no cases.
 */
export function difference(a: Proportion, b: Proportion): Interval {
    if (a.cases === 0 || b.cases === 0) {
        return { from: -1, to: 1 };
    }
    const [rateA, rateB] = [a.successes / a.cases, b.successes / b.cases];
    const [inA, inB] = [wilson(a.successes, a.cases), wilson(b.successes, b.cases)];
    const gap = rateA - rateB;
    return {
        from: gap - Math.hypot(rateA - inA.from, inB.to - rateB),
        to: gap + Math.hypot(inA.to - rateA, rateB - inB.from),
    };
}
