import { Metric, once, Predictions, Ranked, ranked } from './metrics';
import { Random } from './random';

/** A figure with the range that holds it with 95 % confidence. */
export interface Estimate {
    readonly value: number;
    readonly from: number;
    readonly to: number;
}

export interface Resampling {
    readonly random: Random;
    /** @default 500 */
    readonly replicates?: number;
    /**
     * Which cases belong together, as numbers from 0: attempts by one hand rise and fall together, so they are drawn
     * together. Without it, each case stands for itself, and intervals come out too narrow.
     */
    readonly group?: Int32Array;
}

/** Percentile intervals (Efron 1979) of several metrics on the same resamples. */
export function estimate<Name extends string>(
    cases: Predictions,
    metrics: Readonly<Record<Name, Metric>>,
    resampling: Resampling,
): Record<Name, Estimate> {
    const sorted = ranked(cases);
    const names = Object.keys(metrics) as Name[];
    const drawn = new Map(names.map(name => [name, [] as number[]]));
    resample(cases.label.length, resampling, times => {
        names.forEach(name => drawn.get(name)!.push(metrics[name](sorted, times)));
    });
    const all = once(cases);
    return Object.fromEntries(
        names.map(name => [name, { value: metrics[name](sorted, all), ...middle(drawn.get(name)!) }]),
    ) as Record<Name, Estimate>;
}

/** How much better `a` does than `b` on the same cases, each resample asked of both. */
export function difference(metric: Metric, a: Predictions, b: Predictions, resampling: Resampling): Estimate {
    const [rankedA, rankedB] = [ranked(a), ranked(b)];
    const between = (times: Float64Array) => gap(metric, rankedA, rankedB, times);
    const drawn: number[] = [];
    resample(a.label.length, resampling, times => drawn.push(between(times)));
    return { value: between(once(a)), ...middle(drawn) };
}

function gap(metric: Metric, a: Ranked, b: Ranked, times: Float64Array): number {
    return metric(a, times) - metric(b, times);
}

function resample(
    cases: number,
    { random, replicates = 500, group }: Resampling,
    /** Reads the times at once: the same array serves the next resample. */
    visit: (times: Float64Array) => void,
): void {
    const groupOf = group ?? Int32Array.from({ length: cases }, (_, at) => at);
    const groups = groupOf.reduce((most, value) => Math.max(most, value), -1) + 1;
    const [drawn, times] = [new Float64Array(groups), new Float64Array(cases)];
    for (let replicate = 0; replicate < replicates; replicate++) {
        drawn.fill(0);
        for (let draw = 0; draw < groups; draw++) {
            drawn[Math.floor(random() * groups)]! += 1;
        }
        for (let at = 0; at < cases; at++) {
            times[at] = drawn[groupOf[at]!]!;
        }
        visit(times);
    }
}

/** The middle 95 %. Resamples that can't tell count as nothing. */
function middle(drawn: readonly number[]): { from: number; to: number } {
    const sorted = Float64Array.from(drawn.filter(value => !Number.isNaN(value))).sort();
    const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))] ?? NaN;
    return { from: at(0.025), to: at(0.975) };
}
