import { mkdir, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Contender, type Field, openField } from './contenders';
import { measure, type Sample } from './measure';
import { lineOf, markdownOf, ratioOf, type Report } from './report';
import { costliestStatements, resetStatistics, type StatementCost } from '../measuring/statement-statistics';

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 9);
/** At each number of connections: how many checkouts a contender does in a round. */
const LOADS = [
    { connections: 1, checkouts: 10 },
    { connections: 10, checkouts: 30 },
];
const WARM_UP = 20;
const COMPARED = [
    ['guarded', 'plain'],
    ['guarded', 'dummy'],
    ['guarded', 'unprepared'],
    ['at once', 'dummy'],
] as const;
/** How much more than a plain handler the plugins may cost. */
const GOAL = 1.15;

const root = path.dirname(path.dirname(__dirname));

let field: Field;
const [loadBefore = 0] = os.loadavg();

beforeAll(async () => {
    field = await openField();
}, 300_000);

afterAll(() => field?.close());

it('costs less than 15 % more than a plain handler, in p95 and in SQL time', async () => {
    const { contenders } = field;
    for (const contender of contenders) {
        await measure(contender, 0, 5, WARM_UP);
    }
    const samples: Sample[] = [];
    for (let round = 1; round <= ROUNDS; round++) {
        for (const { connections, checkouts } of LOADS) {
            for (const contender of rotated(contenders, round)) {
                samples.push(await measure(contender, round, connections, checkouts));
            }
        }
    }
    const report = await reportOf(samples);
    await mkdir(path.join(root, 'bench/results'), { recursive: true });
    await mkdir(path.join(root, 'docs/performance'), { recursive: true });
    await writeFile(
        path.join(root, 'bench/results/checkout-cost.json'),
        `${JSON.stringify(report, undefined, 4)}\n`,
    );
    const page = markdownOf(report);
    await writeFile(path.join(root, 'docs/performance/checkout-cost.md'), page);
    process.stdout.write(`\n${page}\n`);

    const toPlain = report.ratios.filter(ratio => ratio.of === 'guarded' && ratio.to === 'plain');
    expect(toPlain).toHaveLength(LOADS.length);
    for (const { p95, sqlTime } of toPlain) {
        expect.soft(p95.median).toBeLessThan(GOAL);
        expect.soft(sqlTime.median).toBeLessThan(GOAL);
    }
}, 1_800_000);

/** In another order each round: nobody is always the first after a pause. */
function rotated(contenders: readonly Contender[], round: number): Contender[] {
    const first = round % contenders.length;
    return [...contenders.slice(first), ...contenders.slice(0, first)];
}

async function reportOf(samples: readonly Sample[]): Promise<Report> {
    const of = (name: string, connections: number) =>
        samples.filter(sample => sample.contender === name && sample.connections === connections);
    const costliest: Record<string, StatementCost[]> = {};
    for (const contender of field.contenders) {
        await resetStatistics(contender.database);
        await measure(contender, 0, 1, 10);
        costliest[contender.name] = await costliestStatements(contender.database, 15);
    }
    const { rows } = await (field.contenders[0] as Contender).database.query<{ server_version: string }>(
        'SHOW server_version',
    );
    return {
        machine: {
            node: process.versions.node,
            cpus: os.availableParallelism(),
            loadBefore,
            postgres: `PostgreSQL ${rows[0]?.server_version}`,
        },
        rounds: ROUNDS,
        contenders: field.contenders.map(({ name, description }) => ({ name, description })),
        lines: LOADS.flatMap(({ connections }) =>
            field.contenders.map(({ name }) => lineOf(of(name, connections))),
        ),
        ratios: LOADS.flatMap(({ connections }) =>
            COMPARED.map(([one, other]) => ratioOf(of(one, connections), of(other, connections))),
        ),
        costliest,
    };
}
