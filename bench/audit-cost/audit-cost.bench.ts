import { mkdir, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { measure, type Sample } from '../checkout-cost/measure';
import { lineOf, ratioOf } from '../checkout-cost/report';
import { spread } from '../measuring/statistics';
import { type AuditField, besideName, openAuditField } from './contenders';
import { auditPage } from './page';

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 12);
/** Entries a second: as a busy shop has them, and as many as are to be possible. */
const BESIDES = (process.env.AUDIT_BENCH_BESIDE ?? '200,10000').split(',').map(Number);
/** At each number of connections: how many checkouts a contender does in a round. */
const LOADS = [
    { connections: 1, checkouts: 10 },
    { connections: 10, checkouts: 30 },
];
const WARM_UP = 20;
const COMPARED = [
    ['with', 'without'],
    ...BESIDES.map(perSecond => [besideName(perSecond), 'without'] as const),
] as const;
/** How much more of the server's processor time a checkout may cost. */
const GOAL = 1.05;

const root = path.dirname(path.dirname(__dirname));
const [loadBefore = 0] = os.loadavg();

let field: AuditField;

beforeAll(async () => {
    field = await openAuditField(BESIDES);
}, 300_000);

afterAll(() => field?.close());

it('costs a checkout next to nothing', { timeout: 2_400_000 }, async () => {
    const { contenders } = field;
    for (const contender of contenders) {
        await measure(contender, 0, 5, WARM_UP);
    }
    const samples: Sample[] = [];
    const besides: Record<string, number[]> = {};
    for (let round = 1; round <= ROUNDS; round++) {
        for (const { connections, checkouts } of LOADS) {
            const first = round % contenders.length;
            for (const contender of [...contenders.slice(first), ...contenders.slice(0, first)]) {
                const end = await contender.beside();
                samples.push(await measure(contender, round, connections, checkouts));
                (besides[contender.name] ??= []).push(await end());
            }
        }
    }
    const of = (name: string, connections: number) =>
        samples.filter(sample => sample.contender === name && sample.connections === connections);
    const report = {
        machine: { node: process.versions.node, cpus: os.availableParallelism(), loadBefore },
        rounds: ROUNDS,
        contenders: contenders.map(({ name, description }) => ({
            ...{ name, description },
            besidePerSecond: spread(besides[name] ?? [0]),
        })),
        lines: LOADS.flatMap(({ connections }) =>
            contenders.map(({ name }) => lineOf(of(name, connections))),
        ),
        ratios: LOADS.flatMap(({ connections }) =>
            COMPARED.map(([one, other]) => ratioOf(of(one, connections), of(other, connections))),
        ),
    };
    await mkdir(path.join(root, 'bench/results'), { recursive: true });
    await writeFile(
        path.join(root, 'bench/results/audit-cost.json'),
        `${JSON.stringify(report, undefined, 4)}\n`,
    );
    const page = auditPage(report);
    await writeFile(path.join(root, 'docs/performance/audit-cost.md'), page);
    process.stdout.write(`\n${page}\n`);
    const [withIt] = report.ratios;
    expect.soft(withIt?.processorTime.median).toBeLessThan(GOAL);
});
