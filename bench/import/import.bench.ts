import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type OwnPostgres, startOwnPostgres } from '../../e2e/support/own-postgres';
import { RunningShop } from '../../e2e/support/running-shop';
import { type RunningSandbox, startSandbox } from '../../e2e/support/sandbox-process';
import { importFile } from './import-file';

const PRODUCTS = Number(process.env.BENCH_PRODUCTS ?? 1_000);

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

it.each(['stock', 'ours'] as const)(
    '%s: a file, until all of it is found',
    async name => {
        const shop = shops[name];
        if (!shop) {
            throw new Error('The shop does not run.');
        }
        seconds[name] = await importFile(shop, name, PRODUCTS);
        expect(seconds[name]).toBeGreaterThan(0);
    },
    3_600_000,
);
