import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { GraphQlClient } from '../../e2e/support/graphql-client';
import { type OwnPostgres, startOwnPostgres } from '../../e2e/support/own-postgres';
import { RunningShop } from '../../e2e/support/running-shop';
import { type RunningSandbox, startSandbox } from '../../e2e/support/sandbox-process';
import { percentile, spread } from '../checkout-cost/statistics';
import { loadCatalogue } from './load-catalogue';

const PRODUCTS = Number(process.env.BENCH_PRODUCTS ?? 10_000);
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 5);
const PER_ROUND = 3;

const FIELDS = `totalItems items { productId productName slug priceWithTax { ... on PriceRange { min max } } }
    facetValues { count facetValue { id name } }`;

/** Each shop answers these, and both have to say the same. */
const searches = {
    'term search': 'term: "laptop", groupByProduct: true',
    'term search, two words': 'term: "ember laptop", groupByProduct: true',
    'facet filter': 'facetValueFilters: [{ and: "FACET" }], groupByProduct: true',
};

interface Contender {
    readonly name: 'stock' | 'ours';
    readonly shop: RunningShop;
}

let postgres: OwnPostgres;
let sandbox: RunningSandbox;
const contenders: Contender[] = [];
const reindexSeconds: Record<string, number> = {};
let facet = '';

beforeAll(async () => {
    postgres = await startOwnPostgres();
    sandbox = await startSandbox();
    for (const name of ['stock', 'ours'] as const) {
        const shop = await RunningShop.open({
            ...{ name, sellers: true, sandbox, postgresUrl: postgres.url, servers: 1, workers: 1 },
            env: { WITHOUT_CACHE: '1', SEARCH_ENGINE: name === 'stock' ? 'vendure' : 'efi' },
        });
        contenders.push({ name, shop });
        await loadCatalogue((text, values) => shop.database.query(text, values), PRODUCTS);
        await shop.database.query('VACUUM ANALYZE');
        reindexSeconds[name] = await reindex(shop.merchant.client);
        await shop.database.query('VACUUM ANALYZE');
        const { rows } = await shop.database.query<{ id: number }>(
            `SELECT id FROM facet_value WHERE code = 'category:computers'`,
        );
        facet = String(rows[0]?.id);
    }
}, 900_000);

afterAll(async () => {
    for (const { shop } of contenders) {
        await shop.close();
    }
    await sandbox?.stop();
    await postgres?.destroy();
});

/** In seconds, from the mutation to the end of the job. */
async function reindex(admin: GraphQlClient): Promise<number> {
    const began = performance.now();
    const { reindex: job } = await admin.run<{ reindex: { id: string } }>('mutation { reindex { id } }');
    for (;;) {
        const { job: now } = await admin.run<{ job: { state: string } }>(
            'query ($id: ID!) { job(jobId: $id) { state } }',
            { id: job.id },
        );
        if (now.state === 'COMPLETED') {
            return (performance.now() - began) / 1_000;
        }
        if (now.state !== 'PENDING' && now.state !== 'RUNNING') {
            throw new Error(`The index was not built: ${now.state}.`);
        }
        await sleep(100);
    }
}

interface Timed {
    readonly milliseconds: number;
    readonly answer: string;
}

async function ask({ shop }: Contender, input: string): Promise<Timed> {
    const query = `{ search(input: { ${input.replace('FACET', facet)} }) { ${FIELDS} } }`;
    const began = performance.now();
    const response = await fetch(`${shop.servers[0]?.address}/shop-api`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query }),
    });
    const { data } = (await response.json()) as { data: { search: { facetValues: unknown[] } } };
    const milliseconds = performance.now() - began;
    data.search.facetValues.sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)));
    return { milliseconds, answer: JSON.stringify(data) };
}

it('measures a search with Vendure’s own engine and with ours, in turn', async () => {
    const report: Record<string, unknown> = {};
    for (const [name, input] of Object.entries(searches)) {
        const medians: Record<Contender['name'], number[]> = { stock: [], ours: [] };
        const all: Record<Contender['name'], number[]> = { stock: [], ours: [] };
        const answers = new Set<string>();
        for (let round = 0; round < ROUNDS; round++) {
            for (const contender of round % 2 ? contenders : [...contenders].reverse()) {
                const times: number[] = [];
                for (let n = 0; n < PER_ROUND; n++) {
                    const { milliseconds, answer } = await ask(contender, input);
                    times.push(milliseconds);
                    answers.add(answer);
                }
                medians[contender.name].push(percentile(times, 0.5));
                all[contender.name].push(...times);
            }
        }
        expect(answers.size, `${name}: one answer, whoever gives it`).toBe(1);
        report[name] = {
            milliseconds: {
                stock: { p50: percentile(all.stock, 0.5), p95: percentile(all.stock, 0.95) },
                ours: { p50: percentile(all.ours, 0.5), p95: percentile(all.ours, 0.95) },
            },
            timesFaster: spread(medians.stock.map((time, round) => time / (medians.ours[round] ?? NaN))),
        };
    }
    const { stock = NaN, ours = NaN } = reindexSeconds;
    const result = {
        products: PRODUCTS,
        rounds: ROUNDS,
        perRound: PER_ROUND,
        connections: 1,
        cache: 'off',
        searches: report,
        reindex: { seconds: { stock, ours }, timesFaster: stock / ours, runs: 1 },
    };
    writeFileSync(
        path.join(__dirname, '../results/search.json'),
        `${JSON.stringify(result, undefined, 4)}\n`,
    );
    process.stdout.write(`${JSON.stringify(result, undefined, 1)}\n`);
    expect(ours).toBeLessThan(stock);
}, 900_000);
