import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Client } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type OwnPostgres, startOwnPostgres } from '../../e2e/support/own-postgres';
import { RunningShop } from '../../e2e/support/running-shop';
import { type RunningSandbox, startSandbox } from '../../e2e/support/sandbox-process';
import { percentile, spread } from '../measuring/statistics';
import { resetStatistics, STATEMENT_STATISTICS } from '../measuring/statement-statistics';

const PRODUCTS = 50;
const WARM_UP = 60;
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 9);
/** A multiple of three, so that each shop comes first, second and third as often as the others. */
const PER_ROUND = 24;

const LIST = `{ products(options: { take: ${PRODUCTS} }) { items { name slug variants { id name price priceWithTax } } } }`;

let postgres: OwnPostgres;
let sandbox: RunningSandbox;
let withPlugin: RunningShop;
let without: RunningShop;
/** Composed as `without` is: how far these two lie apart is the noise. */
let again: RunningShop;

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
    again = await open('again', { WITHOUT_PRICING: '1' });
    // All of it on sale, as the engine writes it: the worst that a list can meet.
    await withPlugin.database.query(
        `UPDATE product_variant_price SET "customFieldsEfioffer" = jsonb_build_object('list', price * 2, 'price', price,
            'isSale', true, 'ruleId', 1, 'from', 1000, 'until', 4102444800000)`,
    );
    for (const shop of [without, withPlugin, again]) {
        await shop.database.query('VACUUM ANALYZE');
    }
}, 600_000);

afterAll(async () => {
    await withPlugin?.close();
    await without?.close();
    await again?.close();
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

/** A process of its own for each round: what a compiler and a heap happen to become differs from one to the next. */
async function restart(shop: RunningShop): Promise<void> {
    await shop.servers[0]?.kill();
    await shop.servers[0]?.start();
    for (let n = 0; n < WARM_UP; n++) {
        await ask(shop);
    }
}

it('a list of products costs no more statements with the plugin, and no more time beyond noise', async () => {
    const counted = { without: await statements(without, 20), with: await statements(withPlugin, 20) };
    const ratios: number[] = [];
    const noise: number[] = [];
    const times = { without: [] as number[], with: [] as number[] };
    for (let round = 0; round < ROUNDS; round++) {
        const shops = [
            { shop: without, taken: [] as number[] },
            { shop: withPlugin, taken: [] as number[] },
            { shop: again, taken: [] as number[] },
        ] as const;
        for (const { shop } of shops) {
            await restart(shop);
        }
        for (let n = 0; n < PER_ROUND; n++) {
            for (let turn = 0; turn < shops.length; turn++) {
                const contender = shops[(n + turn) % shops.length];
                contender?.taken.push(await ask(contender.shop));
            }
        }
        const [plain, priced, plainAgain] = shops.map(({ taken }) => median(taken)) as [
            number,
            number,
            number,
        ];
        ratios.push((2 * priced) / (plain + plainAgain));
        noise.push(plainAgain / plain);
        times.without.push(plain);
        times.with.push(priced);
    }
    const report = {
        products: PRODUCTS,
        rounds: ROUNDS,
        statements: counted,
        milliseconds: { without: median(times.without), with: median(times.with) },
        ratio: spread(ratios),
        noise: spread(noise),
    };
    writeFileSync(
        path.join(__dirname, '../results/product-list.json'),
        `${JSON.stringify(report, undefined, 4)}\n`,
    );
    console.log(JSON.stringify(report));
    expect(counted.without).toBeGreaterThan(0);
    expect(counted.with).toBe(counted.without);
    // The plugin's share lies within what two shops without it show against each other.
    expect(report.ratio.median).toBeLessThan(Math.max(report.noise.max, 1 / report.noise.min));
}, 900_000);
