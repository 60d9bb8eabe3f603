import type { Habit } from './signals';

/** Less spread than this is none: the logarithm of a tenth more or less. */
const LEAST_DEVIATION = 0.1;

/** Makes the median absolute deviation of a normal distribution its standard deviation. */
const NORMAL = 1.4826;

const CUT = 10;

/** @param amounts - Major units. @returns `undefined` when there are fewer than `least`. */
export function habitOf(amounts: readonly number[], least: number): Habit | undefined {
    if (amounts.length < least) {
        return undefined;
    }
    const logs = amounts.map(amount => Math.log1p(amount));
    const median = medianOf(logs);
    return { median, deviation: medianOf(logs.map(value => Math.abs(value - median))) };
}

/** How far an amount is from the habit, in robust standard deviations, −10 to 10. */
export function againstHabit(amount: number, { median, deviation }: Habit): number {
    const z = (Math.log1p(amount) - median) / (NORMAL * Math.max(deviation, LEAST_DEVIATION));
    return Math.min(CUT, Math.max(-CUT, z));
}

function medianOf(values: readonly number[]): number {
    const sorted = [...values].sort((a, b) => a - b);
    const middle = sorted.length / 2;
    const [low = 0, high = 0] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
    return (low + high) / 2;
}
