/** Of the normal distribution, 97.5 %. */
const z = 1.959963984540054;

/** Half of a 95 % interval in standard errors (Abramowitz & Stegun, 26.7.5); `freedom` from about 4 on. */
export function halfWidth(freedom = Infinity): number {
    const terms = [
        (z ** 3 + z) / 4,
        (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96,
        (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384,
        (79 * z ** 9 + 776 * z ** 7 + 1482 * z ** 5 - 1920 * z ** 3 - 945 * z) / 92160,
    ];
    return terms.reduce((sum, term, at) => sum + term / freedom ** (at + 1), z);
}

/** The share of a standard normal distribution below x, to 7 digits (Abramowitz & Stegun, 7.1.26). */
export function normalShareBelow(x: number): number {
    const t = 1 / (1 + (0.3275911 * Math.abs(x)) / Math.SQRT2);
    const series = [1.061405429, -1.453152027, 1.421413741, -0.284496736, 0.254829592];
    const tail = (series.reduce((sum, term) => (sum + term) * t, 0) * Math.exp((-x * x) / 2)) / 2;
    return x < 0 ? tail : 1 - tail;
}
