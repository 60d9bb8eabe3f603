import { createTestDatabase, freePort, testPostgresUrl } from '@efi/plugin-kit/testing';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrations } from '../../migrations';
import { startApp, type AppProcess } from '../support/app-process';
import { GraphQlClient } from '../support/graphql-client';
import { Purchase } from '../support/purchase';
import { roundRobin, type RoundRobin } from '../support/round-robin';
import { setUpSmallShop, type SmallShop } from '../support/small-shop';

/**
 * Two servers and two workers that start at the same moment on an empty database, behind a balancer.
 *
 * @param settings - Environment that chooses queue, cache and sessions.
 */
export function describeReplicas(kind: string, settings: () => Record<string, string>): void {
    describe(`two servers and two workers ${kind}`, () => {
        let database: Client;
        let processes: AppProcess[];
        let balancer: RoundRobin;
        let folder: string;
        let ports: number[];
        let shop: SmallShop;

        beforeAll(async () => {
            const url = await createTestDatabase(testPostgresUrl(), `replicas_${Date.now()}`);
            database = new Client({ connectionString: url });
            await database.connect();
            folder = await mkdtemp(path.join(os.tmpdir(), 'efi-replicas-'));
            const env = { DATABASE_URL: url, DATA_DIR: folder, ...settings() };
            ports = [await freePort(), await freePort()];
            processes = await Promise.all([
                ...ports.map(port => startApp('index', { ...env, PORT: String(port) })),
                ...[await freePort(), await freePort()].map(port =>
                    startApp('index-worker', { ...env, WORKER_HEALTH_PORT: String(port) }),
                ),
            ]);
            balancer = await roundRobin(ports);
            shop = await setUpSmallShop(`http://127.0.0.1:${ports[0]}/admin-api`);
        });

        afterAll(async () => {
            balancer?.close();
            processes?.forEach(app => app.signal('SIGTERM'));
            await Promise.all(processes?.map(app => app.ended()) ?? []);
            await database.end();
            await rm(folder, { recursive: true, force: true });
        });

        it('migrate and initialise the empty database once', async () => {
            const { rows } = await database.query<{ name: string }>(
                'SELECT name FROM migrations ORDER BY id',
            );
            expect(rows.map(row => row.name).sort()).toEqual(
                migrations.map(migration => new migration().name ?? migration.name).sort(),
            );
            const firstRun = await database.query<Record<string, number>>(`
                SELECT (SELECT count(*)::int FROM administrator) AS administrators,
                       (SELECT count(*)::int FROM channel) AS channels,
                       (SELECT count(*)::int FROM stock_location) AS locations`);
            expect(firstRun.rows).toEqual([{ administrators: 1, channels: 1, locations: 1 }]);
        });

        it('know within two seconds what was changed at the other', async () => {
            const both = ports.map(port => new GraphQlClient(`http://127.0.0.1:${port}/shop-api`));
            const zones = () =>
                Promise.all(
                    both.map(client =>
                        client.run<{ activeChannel: { defaultTaxZone: unknown } }>(
                            `{ activeChannel { defaultTaxZone { name } } }`,
                        ),
                    ),
                );
            await expect
                .poll(zones, { timeout: 2_000 })
                .toEqual([
                    { activeChannel: { defaultTaxZone: { name: 'Europe' } } },
                    { activeChannel: { defaultTaxZone: { name: 'Europe' } } },
                ]);
        });

        it('serve a purchase whose every request meets another server', async () => {
            const purchase = new Purchase(new GraphQlClient(`${balancer.url}/shop-api`));
            const cart = await purchase.add(shop.variantId);
            for (let quantity = 2; quantity <= 6; quantity++) {
                expect(await purchase.add(shop.variantId)).toMatchObject({
                    code: cart.code,
                    totalQuantity: quantity,
                });
            }
            await purchase.checkOut();
            const order = await purchase.pay();
            expect(order).toMatchObject({ code: cart.code, state: 'PaymentSettled', totalQuantity: 6 });
            expect(await purchase.cart()).toBeNull();
            expect(await purchase.orderByCode(cart.code)).toMatchObject({ state: 'PaymentSettled' });

            const carts = await database.query('SELECT FROM "order"');
            expect(carts.rowCount).toBe(1);
            const [first = 0, second = 0] = balancer.served;
            expect(first + second).toBeGreaterThan(12);
            expect(Math.abs(first - second)).toBeLessThanOrEqual(1);
        });

        it('let a worker do what a server asked for: the product is found', async () => {
            const client = new GraphQlClient(`${balancer.url}/shop-api`);
            const find = () =>
                client.run<{ search: { totalItems: number } }>(
                    `{ search(input: { term: "lamp" }) { totalItems } }`,
                );
            await expect.poll(find, { timeout: 10_000 }).toEqual({ search: { totalItems: 1 } });
        });

        it('answer from memory, with a new price at once where it was set and within a second at the other', async () => {
            const [here, there] = [() => readLamp(ports[0]), () => readLamp(ports[1])];
            await expect.poll(here, { timeout: 10_000 }).toEqual({ price: 4900, cache: 'hit' });
            await expect.poll(there, { timeout: 10_000 }).toEqual({ price: 4900, cache: 'hit' });

            const admin = new GraphQlClient(`http://127.0.0.1:${ports[0]}/admin-api`);
            await admin.run(
                `mutation { login(username: "superadmin", password: "superadmin") { ... on ErrorResult { errorCode } } }`,
            );
            await admin.run(
                `mutation ($id: ID!) { updateProductVariants(input: [{ id: $id, price: 5100 }]) { id } }`,
                { id: shop.variantId },
            );
            const changedAt = performance.now();
            expect(await here()).toMatchObject({ price: 5100 });
            await expect.poll(there, { interval: 20 }).toMatchObject({ price: 5100 });
            expect(performance.now() - changedAt).toBeLessThan(1_000);
            await expect.poll(there, { timeout: 10_000 }).toEqual({ price: 5100, cache: 'hit' });
        });

        it('know a shopper who signs out at one server at the other as well', async () => {
            const client = new GraphQlClient(`${balancer.url}/admin-api`);
            await client.run(
                `mutation { login(username: "superadmin", password: "superadmin") { ... on ErrorResult { errorCode } } }`,
            );
            const me = () => client.run<{ me: unknown }>(`{ me { identifier } }`);
            for (let n = 0; n < 4; n++) expect(await me()).toEqual({ me: { identifier: 'superadmin' } });
            await client.run(`mutation { logout { success } }`);
            for (let n = 0; n < 4; n++) await expect(me()).rejects.toThrow('FORBIDDEN');
        });
    });
}

/** What a server says of the lamp, and whether it said so from memory. */
async function readLamp(
    port: number | undefined,
): Promise<{ price: number | undefined; cache: string | null }> {
    const response = await fetch(`http://127.0.0.1:${port}/shop-api`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: '{ product(slug: "lamp") { variants { price } } }' }),
    });
    const { data } = (await response.json()) as { data: { product: { variants: { price: number }[] } } };
    return { price: data.product.variants[0]?.price, cache: response.headers.get('efi-cache') };
}
