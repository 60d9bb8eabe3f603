import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Client } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type OwnPostgres, startOwnPostgres } from '../../e2e/support/own-postgres';
import { RunningShop } from '../../e2e/support/running-shop';
import { type RunningSandbox, startSandbox } from '../../e2e/support/sandbox-process';
import { percentile } from '../checkout-cost/statistics';
import { resetStatistics, STATEMENT_STATISTICS } from '../checkout-cost/statement-statistics';

const PRODUCTS = 50;
const WARM_UP = 100;
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 30);
const PER_ROUND = 20;

const LIST = `{ products(options: { take: ${PRODUCTS} }) { items { name slug variants { id name price priceWithTax } } } }`;

let postgres: OwnPostgres;
let sandbox: RunningSandbox;
let withPlugin: RunningShop;
let without: RunningShop;

async function open(name: string, env: Record<string, string>): Promise<RunningShop> {
    const shop = await RunningShop.open({
        ...{ name, sellers: true, sandbox, postgresUrl: postgres.url, servers: 1, workers: 0 },
        // Answered from memory, a list costs no statement at all, with the plugin or without.
        env: { WITHOUT_SCREENING: '1', WITHOUT_CACHE: '1', ...env },
    });
    await shop.database.query('CREATE EXTENSION pg_stat_statements');
    for (let n = 0; n < PRODUCTS; n++) {
        await shop.merchant.addVariant({ sku: `LIST-${n}`, price: 1000 + n, stock: {} });
    }
    return shop;
}

beforeAll(async () => {
    postgres = await startOwnPostgres(STATEMENT_STATISTICS);
    sandbox = await startSandbox();
    without = await open('without', { WITHOUT_PRICING: '1' });
    withPlugin = await open('with', {});
    // All of it on sale, as the engine writes it: the worst that a list can meet.
    await withPlugin.database.query(
        `UPDATE product_variant_price SET "customFieldsEfioffer" = jsonb_build_object('list', price * 2, 'price', price,
            'isSale', true, 'ruleId', 1, 'from', 1000, 'until', 4102444800000)`,
    );
}, 600_000);

afterAll(async () => {
    await withPlugin?.close();
    await without?.close();
    await sandbox?.stop();
    await postgres?.destroy();
});

/** In milliseconds. */
async function ask(shop: RunningShop): Promise<number> {
    const began = performance.now();
    const response = await fetch(`${shop.servers[0]?.address}/shop-api`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: LIST }),
    });
    const { data } = (await response.json()) as { data?: { products: { items: unknown[] } } };
    if (data?.products.items.length !== PRODUCTS) {
        throw new Error('The list is not whole.');
    }
    return performance.now() - began;
}

async function statements(shop: RunningShop, requests: number): Promise<number> {
    await resetStatistics(shop.database);
    for (let n = 0; n < requests; n++) {
        await ask(shop);
    }
    return (await calls(shop.database)) / requests;
}

/** What the application asked, and not what this bench did. */
async function calls(database: Client): Promise<number> {
    const { rows } = await database.query<{ calls: number }>(
        `SELECT coalesce(sum(calls), 0)::int AS calls FROM pg_stat_statements
          WHERE query ~* '^select' AND query !~ 'pg_stat_statements'
            AND dbid = (SELECT oid FROM pg_database WHERE datname = current_database())
            AND query ~ 'product|efi_pric|efi_group|efi_comp'`,
    );
    return rows[0]?.calls ?? 0;
}

const median = (values: readonly number[]) => percentile(values, 0.5);

it('a list of products costs no more statements with the plugin, and no more time beyond noise', async () => {
    for (const shop of [without, withPlugin]) {
        for (let n = 0; n < WARM_UP; n++) {
            await ask(shop);
        }
    }
    const counted = { without: await statements(without, 20), with: await statements(withPlugin, 20) };
    const ratios: number[] = [];
    const again: number[] = [];
    const times = { without: [] as number[], with: [] as number[] };
    for (let round = 0; round < ROUNDS; round++) {
        // Each round has the plain shop twice: how far these lie apart is the noise.
        const taken = { first: [] as number[], with: [] as number[], second: [] as number[] };
        for (let n = 0; n < PER_ROUND; n++) {
            taken.first.push(await ask(without));
            taken.with.push(await ask(withPlugin));
            taken.second.push(await ask(without));
        }
        const plain = median([...taken.first, ...taken.second]);
        ratios.push(median(taken.with) / plain);
        again.push(median(taken.first) / median(taken.second));
        times.without.push(plain);
        times.with.push(median(taken.with));
    }
    const report = {
        products: PRODUCTS,
        statements: counted,
        milliseconds: { without: median(times.without), with: median(times.with) },
        ratio: { median: median(ratios), p10: percentile(ratios, 0.1), p90: percentile(ratios, 0.9) },
        noise: { median: median(again), p10: percentile(again, 0.1), p90: percentile(again, 0.9) },
    };
    writeFileSync(
        path.join(__dirname, '../results/product-list.json'),
        `${JSON.stringify(report, undefined, 4)}\n`,
    );
    console.log(JSON.stringify(report));
    expect(counted.without).toBeGreaterThan(0);
    expect(counted.with).toBe(counted.without);
    // The plugin's share lies within what the same shop shows against itself.
    expect(report.ratio.median).toBeLessThan(Math.max(1.05, report.noise.p90));
}, 600_000);
