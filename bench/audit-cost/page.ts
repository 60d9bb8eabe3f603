import type { Line, Ratio } from '../checkout-cost/report';
import type { Spread } from '../measuring/statistics';

export interface AuditReport {
    readonly machine: { readonly node: string; readonly cpus: number; readonly loadBefore: number };
    readonly rounds: number;
    readonly contenders: ReadonlyArray<{
        readonly name: string;
        readonly description: string;
        /** Entries that others wrote. */
        readonly besidePerSecond: Spread;
    }>;
    readonly lines: readonly Line[];
    readonly ratios: readonly Ratio[];
}

/** The figures as a page of Markdown. */
export function auditPage({ machine, rounds, contenders, lines, ratios }: AuditReport): string {
    return `# What the audit trail costs a checkout

A guest's whole way from the first of two items to the confirmation, in twelve requests, measured by \`npm run bench:audit\`
in ${rounds} paired rounds: in each round every contender takes its turn, in another order each time. One server process
each, one PostgreSQL (fsync on) and one sandbox provider for all, on ${machine.cpus} CPUs shared with the load itself,
Node ${machine.node}; the machine's load average before the start was ${machine.loadBefore.toFixed(1)}. Figures are medians of the rounds, in brackets the
least and the most of any round. SQL and the server's processor time are per checkout.

${contenders.map(({ name, description, besidePerSecond: beside }) => `- **${name}**: ${description}${beside.max ? `; in fact ${tenths(beside)}` : ''}`).join('\n')}

| contender | connections | p50 ms | p95 ms | checkouts/s | SQL statements | SQL ms | server's CPU ms |
|---|---|---|---|---|---|---|---|
${lines
    .map(
        ({ contender, connections, p50Ms, p95Ms, checkoutsPerSecond, statements, sqlMs, processorMs }) =>
            `| ${contender} | ${connections} | ${[p50Ms, p95Ms].map(tenths).join(' | ')} | ${[checkoutsPerSecond, statements, sqlMs, processorMs].map(tenths).join(' | ')} |`,
    )
    .join('\n')}

Paired, round by round. Of those *beside* others, the SQL counts what others write too:

| compared | connections | p50 | p95 | server's CPU time | SQL time |
|---|---|---|---|---|---|
${ratios
    .map(
        ({ of, to, connections, p50, p95, processorTime, sqlTime }) =>
            `| ${of} to ${to} | ${connections} | ${[p50, p95, processorTime, sqlTime].map(percent).join(' | ')} |`,
    )
    .join('\n')}

The raw figures are in \`bench/results/audit-cost.json\`. How many entries the trail takes by itself, [is measured apart](audit-rate.md).
`;
}

const tenths = ({ median, min, max }: Spread) =>
    `${median.toFixed(1)} (${min.toFixed(1)} to ${max.toFixed(1)})`;
const percent = ({ median, min, max }: Spread) => `${signed(median)} (${signed(min)} to ${signed(max)})`;
const signed = (ratio: number) => `${ratio >= 1 ? '+' : '−'}${Math.abs((ratio - 1) * 100).toFixed(1)} %`;
