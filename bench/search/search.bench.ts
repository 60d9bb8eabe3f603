import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type OwnPostgres, startOwnPostgres } from '../../e2e/support/own-postgres';
import { RunningShop } from '../../e2e/support/running-shop';
import { type RunningSandbox, startSandbox } from '../../e2e/support/sandbox-process';
import { percentile, spread } from '../measuring/statistics';
import { exchange } from '../measuring/exchange';
import { reindex } from '../measuring/vendure-jobs';
import { load, type Load } from '../measuring/load';
import { loadCatalogue } from '../measuring/load-catalogue';

const PRODUCTS = Number(process.env.BENCH_PRODUCTS ?? 10_000);
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 3);
/** How long one of a round's measurements lasts, and then until what was begun is answered. */
const SECONDS = 5;
const CONNECTIONS = [1, 10];

const FIELDS = `totalItems items { productId productName slug priceWithTax { ... on PriceRange { min max } } }
    facetValues { count facetValue { id name } }`;

/** Each shop answers these, and both have to say the same. */
const searches = {
    'term search': 'term: "laptop", groupByProduct: true',
    'term search, two words': 'term: "ember laptop", groupByProduct: true',
    'all products': 'groupByProduct: true',
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
const report: Record<string, unknown> = {};
let facet = '';

beforeAll(async () => {
    postgres = await startOwnPostgres((process.env.BENCH_POSTGRES ?? '').split(' ').filter(Boolean));
    sandbox = await startSandbox();
    for (const name of ['stock', 'ours'] as const) {
        const shop = await RunningShop.open({
            ...{ name, stock: name === 'stock', sandbox, postgresUrl: postgres.url, servers: 1, workers: 1 },
            env: { SHOP_CACHE_MB: '0' },
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
    const { stock = NaN, ours = NaN } = reindexSeconds;
    const result = {
        ...{ products: PRODUCTS, rounds: ROUNDS, secondsEach: SECONDS, cache: 'off', searches: report },
        reindex: { seconds: { stock, ours }, timesFaster: stock / ours, runs: 1 },
    };
    writeFileSync(
        path.join(__dirname, '../results/search.json'),
        `${JSON.stringify(result, undefined, 4)}\n`,
    );
    process.stdout.write(`${JSON.stringify(result, undefined, 1)}\n`);
    for (const { shop } of contenders) {
        await shop.close();
    }
    await sandbox?.stop();
    await postgres?.destroy();
});

const documentOf = (input: string): string =>
    JSON.stringify({ query: `{ search(input: { ${input.replace('FACET', facet)} }) { ${FIELDS} } }` });

async function ask({ shop }: Contender, body: string): Promise<string> {
    const answer = await exchange(`${shop.servers[0]?.address}/shop-api`, { body });
    if (answer.status !== 200) {
        throw new Error(`${answer.status}: ${answer.body}`);
    }
    return answer.body;
}

/** Facets come in any order. */
function comparable(answer: string): string {
    const { data } = JSON.parse(answer) as { data: { search: { facetValues: unknown[] } } };
    data.search.facetValues.sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)));
    return JSON.stringify(data);
}

it.each(Object.entries(searches))(
    '%s: the same answer from both, and how many of them in turn',
    async (name, input) => {
        const answers = new Set<string>();
        for (const contender of contenders) {
            answers.add(comparable(await ask(contender, documentOf(input))));
        }
        expect(answers.size, `${name}: one answer, whoever gives it`).toBe(1);
        for (const connections of CONNECTIONS) {
            report[`${name}, ${connections} at once`] = await compare(input, connections);
        }
    },
    900_000,
);

async function compare(input: string, connections: number): Promise<unknown> {
    const body = documentOf(input);
    const all: Record<Contender['name'], Load[]> = { stock: [], ours: [] };
    for (let round = 0; round < ROUNDS; round++) {
        for (const contender of round % 2 ? contenders : [...contenders].reverse()) {
            all[contender.name].push(
                await load({ connections, seconds: SECONDS }, () => ask(contender, body)),
            );
        }
    }
    const figures = (loads: readonly Load[]) => {
        const times = loads.flatMap(({ milliseconds }) => milliseconds);
        const perSecond = spread(loads.map(each => each.perSecond));
        return {
            perSecond,
            milliseconds: { p50: percentile(times, 0.5), p95: percentile(times, 0.95) },
            asked: times.length,
        };
    };
    return {
        ...{ stock: figures(all.stock), ours: figures(all.ours) },
        timesAsMany: spread(
            all.ours.map(({ perSecond }, round) => perSecond / (all.stock[round]?.perSecond ?? NaN)),
        ),
    };
}

it('suggests while one types', async () => {
    const query = '{ efiSearchSuggestions(term: "lapt") { products { productName slug } correctedTerm } }';
    const address = contenders.find(({ name }) => name === 'ours')?.shop.servers[0]?.address;
    for (const connections of CONNECTIONS) {
        const { perSecond, milliseconds } = await load({ connections, seconds: SECONDS }, async () => {
            const answer = await exchange(`${address}/shop-api`, { body: JSON.stringify({ query }) });
            expect(answer.body).toContain('Laptop');
        });
        report[`suggestion, ${connections} at once`] = {
            ours: {
                perSecond,
                milliseconds: { p50: percentile(milliseconds, 0.5), p95: percentile(milliseconds, 0.95) },
            },
        };
    }
}, 120_000);
