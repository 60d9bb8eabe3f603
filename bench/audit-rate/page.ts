/** What writers brought in, in one form. */
export interface Rate {
    readonly name: string;
    readonly things: number;
    readonly isTold: boolean;
    readonly changesPerSecond: number;
    /** Of a transaction. */
    readonly p50Ms: number;
    readonly p95Ms: number;
    /** Of the process that writes, for each change. */
    readonly processorMsOfEach: number;
    /** Entries that were written and linked. */
    readonly linkedPerSecond: number;
    readonly longestWaitSeconds: number;
}

export interface RateReport {
    readonly machine: { readonly node: string; readonly cpus: number; readonly loadBefore: number };
    readonly seconds: number;
    readonly rates: readonly Rate[];
    readonly verified: { readonly links: number; readonly seconds: number };
}

/** The figures as a page of Markdown. */
export function ratePage({ machine, seconds, rates, verified }: RateReport): string {
    return `# How many entries the audit trail takes

Four connections of one process write for ${seconds} seconds each, measured by \`npm run bench -w plugins/audit\`. A transaction
changes things and tells of each, by way of the trail itself: masked, cut, inserted, and linked once a second as by a
worker. The rows without a trail are what the same changes take by themselves: no trail on this machine can be faster.
PostgreSQL waits for its disk (fsync on) and shares ${machine.cpus} CPUs with the writers; Node ${machine.node}; the machine's load
average before the start was ${machine.loadBefore.toFixed(1)}.

| a transaction | changes/s | entries/s, written and linked | p50 ms | p95 ms | writer's CPU for each, ms | longest until linked, s |
|---|---|---|---|---|---|---|
${rates.map(line).join('\n')}

- All of them are whole: ${whole(verified.links)} entries were verified in ${verified.seconds.toFixed(1)} s, ${whole(verified.links / verified.seconds)} a second.

The raw figures are in \`bench/results/audit-rate.json\`. What a checkout pays for the trail, [is measured apart](audit-cost.md).
`;
}

function line(rate: Rate): string {
    const linked = rate.isTold ? [whole(rate.linkedPerSecond), rate.longestWaitSeconds.toFixed(1)] : ['', ''];
    return `| ${[
        rate.name,
        whole(rate.changesPerSecond),
        linked[0],
        rate.p50Ms.toFixed(1),
        rate.p95Ms.toFixed(1),
        rate.processorMsOfEach.toFixed(3),
        linked[1],
    ].join(' | ')} |`;
}

const whole = (number: number) => Math.round(number).toLocaleString('en');
