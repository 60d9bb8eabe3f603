import { NAMES, ONCE, ROWS } from './contender';

/** What a run measures; each value by a variable of the environment. */
export interface Settings {
    readonly products: number;
    /** In the file of the row `import`. */
    readonly imported: number;
    readonly rows: readonly string[];
    readonly contenders: readonly string[];
    readonly connections: readonly number[];
    /** How long each turn lasts, and then until what was begun is answered. */
    readonly seconds: number;
    readonly rounds: number;
}

/** @throws Error for what can't be measured. */
export function settingsOf(env: Readonly<Record<string, string | undefined>>): Settings {
    return {
        products: whole(env, 'BENCH_PRODUCTS', 10_000),
        imported: whole(env, 'BENCH_IMPORTED', 1_000),
        rows: some(env, 'BENCH_ROWS', [...ROWS, ...ONCE]),
        contenders: some(env, 'BENCH_PEERS', NAMES),
        connections: (env.BENCH_CONNECTIONS ?? '1,10,50')
            .split(',')
            .map(value => wholeOf('BENCH_CONNECTIONS', value)),
        seconds: whole(env, 'BENCH_SECONDS', 5),
        rounds: whole(env, 'BENCH_ROUNDS', 3),
    };
}

/** Names that hold commas themselves are divided by semicolons. */
function some(
    env: Readonly<Record<string, string | undefined>>,
    variable: string,
    all: readonly string[],
): string[] {
    const wanted = env[variable]?.split(';').map(name => name.trim()) ?? [...all];
    const unknown = wanted.find(name => !all.includes(name));
    if (unknown !== undefined) {
        throw new Error(`${variable} has "${unknown}", but may have: ${all.join('; ')}.`);
    }
    return wanted;
}

function whole(
    env: Readonly<Record<string, string | undefined>>,
    variable: string,
    otherwise: number,
): number {
    const value = env[variable];
    return value === undefined ? otherwise : wholeOf(variable, value);
}

function wholeOf(variable: string, text: string): number {
    const value = Number(text);
    if (!Number.isInteger(value) || value < 1) {
        throw new Error(`${variable} has "${text}", but takes whole numbers from 1.`);
    }
    return value;
}
