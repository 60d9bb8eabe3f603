import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { upload } from '../../e2e/security/upload';
import { type OwnPostgres, startOwnPostgres } from '../../e2e/support/own-postgres';
import { RunningShop } from '../../e2e/support/running-shop';
import { type RunningSandbox, startSandbox } from '../../e2e/support/sandbox-process';
import { catalogueFile } from './catalogue-file';

const PRODUCTS = Number(process.env.BENCH_PRODUCTS ?? 1_000);

const STOCK = `mutation ($file: Upload!) { importProducts(csvFile: $file) { imported errors } }`;
const OURS = `mutation ($file: Upload!) { startEfiCatalogueImport(input: { file: $file, format: CSV }) { id } }`;

let postgres: OwnPostgres;
let sandbox: RunningSandbox;
const shops: Partial<Record<'stock' | 'ours', RunningShop>> = {};
const seconds: Record<string, number> = {};

beforeAll(async () => {
    postgres = await startOwnPostgres();
    sandbox = await startSandbox();
    const options = { sandbox, postgresUrl: postgres.url, servers: 1, workers: 1 };
    shops.stock = await RunningShop.open({ ...options, name: 'stock', stock: true });
    shops.ours = await RunningShop.open({ ...options, name: 'ours' });
}, 300_000);

afterAll(async () => {
    const result = {
        products: PRODUCTS,
        until: 'the search finds every product, and the queue is empty',
        seconds,
        timesFaster: (seconds.stock ?? NaN) / (seconds.ours ?? NaN),
    };
    writeFileSync(
        path.join(__dirname, '../results/import.json'),
        `${JSON.stringify(result, undefined, 4)}\n`,
    );
    process.stdout.write(`${JSON.stringify(result, undefined, 1)}\n`);
    await shops.stock?.close();
    await shops.ours?.close();
    await sandbox?.stop();
    await postgres?.destroy();
});

it.each([
    ['stock', STOCK],
    ['ours', OURS],
] as const)(
    '%s: a file, until all of it is found',
    async (name, mutation) => {
        const shop = shops[name];
        if (!shop) {
            throw new Error('The shop does not run.');
        }
        const file = { name: 'products.csv', type: 'text/csv', content: catalogueFile(PRODUCTS) };
        const { client } = shop.merchant;
        const began = performance.now();
        const answer = await upload(
            `${shop.servers[0]?.address}/admin-api`,
            client.sessionToken,
            mutation,
            file,
        );
        expect(answer).toMatch(/^{"data":{/);
        await untilFound(shop);
        seconds[name] = (performance.now() - began) / 1_000;
        const { products } = await client.run<{ products: { totalItems: number } }>(
            '{ products { totalItems } }',
        );
        expect(products.totalItems).toBe(PRODUCTS);
    },
    3_600_000,
);

async function untilFound(shop: RunningShop): Promise<void> {
    for (;;) {
        const { search } = await shop
            .visitor()
            .run<{ search: { totalItems: number } }>(
                '{ search(input: { groupByProduct: true, take: 1 }) { totalItems } }',
            );
        const { jobs } = await shop.merchant.client.run<{ jobs: { totalItems: number } }>(
            '{ jobs(options: { filter: { isSettled: { eq: false } }, take: 1 }) { totalItems } }',
        );
        if (search.totalItems === PRODUCTS && jobs.totalItems === 0) {
            return;
        }
        await sleep(100);
    }
}
