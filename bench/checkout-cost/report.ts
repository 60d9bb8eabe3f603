import type { Sample } from './measure';
import { percentile, type Spread, spread } from '../measuring/statistics';
import type { StatementCost } from '../measuring/statement-statistics';

/** What a contender needs at one number of connections, over all rounds. Milliseconds, SQL and processor per checkout. */
export interface Line {
    readonly contender: string;
    readonly connections: number;
    readonly checkouts: number;
    readonly p50Ms: Spread;
    readonly p95Ms: Spread;
    readonly payingP95Ms: Spread;
    readonly checkoutsPerSecond: Spread;
    readonly statements: Spread;
    readonly commits: Spread;
    readonly sqlMs: Spread;
    readonly processorMs: Spread;
}

/** How one contender compares with another in the same round, as a ratio; 1.1 is a tenth more. */
export interface Ratio {
    readonly of: string;
    readonly to: string;
    readonly connections: number;
    readonly p50: Spread;
    readonly p95: Spread;
    readonly sqlTime: Spread;
    readonly processorTime: Spread;
    readonly statements: Spread;
}

export interface Report {
    readonly machine: {
        readonly node: string;
        readonly cpus: number;
        readonly postgres: string;
        /** Processes that wanted to run in the minute before the start: what else the machine was doing. */
        readonly loadBefore: number;
    };
    readonly rounds: number;
    readonly contenders: ReadonlyArray<{ readonly name: string; readonly description: string }>;
    readonly lines: readonly Line[];
    readonly ratios: readonly Ratio[];
    readonly costliest: Readonly<Record<string, readonly StatementCost[]>>;
}

const totals = (sample: Sample) => sample.timings.map(timing => timing.totalMs);
const paying = (sample: Sample) => sample.timings.map(timing => timing.payingMs);

export function lineOf(samples: readonly Sample[]): Line {
    const over = (value: (sample: Sample) => number) => spread(samples.map(value));
    return {
        contender: samples[0]?.contender ?? '',
        connections: samples[0]?.connections ?? 0,
        checkouts: samples.reduce((count, sample) => count + sample.timings.length, 0),
        p50Ms: over(sample => percentile(totals(sample), 0.5)),
        p95Ms: over(sample => percentile(totals(sample), 0.95)),
        payingP95Ms: over(sample => percentile(paying(sample), 0.95)),
        checkoutsPerSecond: over(sample => sample.checkoutsPerSecond),
        statements: over(sample => sample.statements),
        commits: over(sample => sample.commits),
        sqlMs: over(sample => sample.sqlMs),
        processorMs: over(sample => sample.processorMs),
    };
}

/** Round by round, so that what slows a whole round down slows both. */
export function ratioOf(of: readonly Sample[], to: readonly Sample[]): Ratio {
    const over = (value: (sample: Sample) => number) =>
        spread(
            of.flatMap(sample => {
                const other = to.find(({ round }) => round === sample.round);
                return other ? [value(sample) / value(other)] : [];
            }),
        );
    return {
        of: of[0]?.contender ?? '',
        to: to[0]?.contender ?? '',
        connections: of[0]?.connections ?? 0,
        p50: over(sample => percentile(totals(sample), 0.5)),
        p95: over(sample => percentile(totals(sample), 0.95)),
        sqlTime: over(sample => sample.sqlMs),
        processorTime: over(sample => sample.processorMs),
        statements: over(sample => sample.statements),
    };
}

/** The figures as a page of Markdown. */
export function markdownOf(report: Report): string {
    const { machine, contenders, lines, ratios, rounds } = report;
    return `# What a safe checkout costs

A guest's whole way from the first of two items to the confirmation, in twelve requests unless said otherwise, measured by \`npm run bench:checkout\`
in ${rounds} paired rounds: in each round every contender takes its turn, in another order each time, so that what slows the machine
down slows all of them. One server process each, no worker, one PostgreSQL (${machine.postgres}, fsync on) and one sandbox
provider for all, none with the plugin that scores orders for fraud; on ${machine.cpus} CPUs shared with the load itself, Node ${machine.node};
the machine's load average before the start was ${machine.loadBefore.toFixed(1)}. Figures are medians of the rounds, in brackets
the least and the most of any round. SQL is counted by \`pg_stat_statements\`: planning and execution, per checkout.
Processor time is the server's own, as Linux counts it: on two CPUs the waiting of ten shoppers follows from it, and it is the steadier
figure when the machine does other things too.

${contenders.map(({ name, description }) => `- **${name}**: ${description}`).join('\n')}

| contender | connections | p50 ms | p95 ms | p95 of the last two steps, ms | checkouts/s | SQL statements | commits | SQL ms | server's CPU ms |
|---|---|---|---|---|---|---|---|---|---|
${lines
    .map(
        line =>
            `| ${line.contender} | ${line.connections} | ${[line.p50Ms, line.p95Ms, line.payingP95Ms].map(whole).join(' | ')} | ${oneDecimal(line.checkoutsPerSecond)} | ${whole(line.statements)} | ${whole(line.commits)} | ${whole(line.sqlMs)} | ${whole(line.processorMs)} |`,
    )
    .join('\n')}

Paired, round by round:

| compared | connections | p50 | p95 | SQL time | server's CPU time | SQL statements |
|---|---|---|---|---|---|---|
${ratios
    .map(
        ratio =>
            `| ${ratio.of} to ${ratio.to} | ${ratio.connections} | ${[ratio.p50, ratio.p95, ratio.sqlTime, ratio.processorTime, ratio.statements].map(percent).join(' | ')} |`,
    )
    .join('\n')}

The raw figures, with the costliest statements of each contender, are in \`bench/results/checkout-cost.json\`.
`;
}

const show = (format: (value: number) => string) => (values: Spread) =>
    `${format(values.median)} (${format(values.min)} to ${format(values.max)})`;
const whole = show(value => String(Math.round(value)));
const oneDecimal = show(value => value.toFixed(1));
const percent = show(value => `${value >= 1 ? '+' : '−'}${Math.abs(Math.round((value - 1) * 100))} %`);
