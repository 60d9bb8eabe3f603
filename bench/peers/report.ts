import { percentile, type Spread, spread } from '../measuring/statistics';
import type { ContenderName, OnceName, RowName } from './contender';
import type { Sample } from './measure';

/** What one contender did at one number of connections. Of what a server or a database did, the medians, per answer. */
interface Line {
    readonly contender: string;
    readonly connections: number;
    readonly answers: number;
    readonly perSecond: Spread;
    readonly p50Ms: number;
    readonly p95Ms: number;
    readonly p99Ms: number;
    readonly processorMs: number | null;
    readonly memoryMb: number | null;
    readonly statements: number | null;
    readonly sqlMs: number | null;
    readonly planningMs: number | null;
    readonly hitShare: number | null;
}

/** How many times as many answers as somebody else, round by round. */
export interface Ratio {
    readonly of: string;
    readonly to: string;
    readonly connections: number;
    readonly times: Spread;
}

export interface Row {
    readonly row: RowName;
    readonly lines: readonly Line[];
    readonly ratios: readonly Ratio[];
}

/** What took seconds, and how many times as long others took as this platform. */
export interface OnceRow {
    readonly row: OnceName;
    readonly amount: number;
    /** In seconds. */
    readonly taken: Readonly<Record<string, Spread>>;
    readonly timesFaster: Readonly<Record<string, number>>;
}

const COMPARED = [
    ['ours', 'stock'],
    ['ours, cached', 'stock'],
    ['ours', 'Medusa'],
    ['ours, cached', 'Medusa'],
] as const satisfies ReadonlyArray<readonly [ContenderName, ContenderName]>;

export function rowOf(row: RowName, samples: readonly Sample[]): Row {
    const levels = [...new Set(samples.map(({ connections }) => connections))];
    return {
        row,
        lines: levels.flatMap(level => {
            const at = samples.filter(({ connections }) => connections === level);
            const names = [...new Set(at.map(({ contender }) => contender))].sort();
            return names.map(name => lineOf(at.filter(({ contender }) => contender === name)));
        }),
        ratios: levels.flatMap(level =>
            COMPARED.flatMap(([of, to]) => {
                const at = (name: ContenderName) =>
                    samples.filter(
                        ({ contender, connections }) => contender === name && connections === level,
                    );
                return ratioOf(at(of), at(to));
            }),
        ),
    };
}

function lineOf(samples: readonly Sample[]): Line {
    const times = samples.flatMap(({ milliseconds }) => milliseconds);
    const middle = (value: (sample: Sample) => number) => {
        const median = spread(samples.map(value)).median;
        return Number.isFinite(median) ? rounded(median) : null;
    };
    return {
        contender: samples[0]?.contender ?? '',
        connections: samples[0]?.connections ?? 0,
        answers: times.length,
        perSecond: spread(samples.map(({ perSecond }) => rounded(perSecond))),
        p50Ms: rounded(percentile(times, 0.5)),
        p95Ms: rounded(percentile(times, 0.95)),
        p99Ms: rounded(percentile(times, 0.99)),
        processorMs: middle(({ processorMs }) => processorMs),
        memoryMb: middle(({ memoryMb }) => memoryMb),
        statements: middle(({ statements }) => statements),
        sqlMs: middle(({ sqlMs }) => sqlMs),
        planningMs: middle(({ planningMs }) => planningMs),
        hitShare: middle(({ hitShare }) => hitShare),
    };
}

/** Round by round, so that what slows a whole round down slows both. */
function ratioOf(of: readonly Sample[], to: readonly Sample[]): Ratio[] {
    const times = of.flatMap(sample => {
        const other = to.find(({ round }) => round === sample.round);
        return other ? [rounded(sample.perSecond / other.perSecond)] : [];
    });
    const [first] = of;
    const [second] = to;
    return first && second && times.length
        ? [
              {
                  ...{ of: first.contender, to: second.contender },
                  ...{ connections: first.connections, times: spread(times) },
              },
          ]
        : [];
}

/** @param runs - Seconds of each contender's runs. */
export function onceOf(
    row: OnceName,
    runs: Readonly<Partial<Record<string, readonly number[]>>>,
    { products, imported }: { readonly products: number; readonly imported: number },
): OnceRow {
    const taken = Object.fromEntries(
        Object.entries(runs).map(([name, values = []]) => [name, spread(values.map(rounded))]),
    );
    const ours = taken.ours?.median;
    return {
        ...{ row, taken, amount: row === 'import' ? imported : products },
        timesFaster: Object.fromEntries(
            Object.entries(taken)
                .filter(([name]) => ours !== undefined && !name.startsWith('ours'))
                .map(([name, { median }]) => [name, rounded(median / (ours ?? NaN))]),
        ),
    };
}

/** To three digits: more of them say nothing. */
export function rounded(value: number): number {
    return Number(value.toPrecision(3));
}
