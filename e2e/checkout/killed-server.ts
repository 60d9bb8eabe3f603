import { createTestDatabase, freePort, testPostgresUrl } from '@efi/plugin-kit/testing';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startApp, type AppProcess } from '../support/app-process';
import { GraphQlClient } from '../support/graphql-client';
import { Purchase } from '../support/purchase';
import { setUpSmallShop, type SmallShop } from '../support/small-shop';

/**
 * A server that is killed while it works on a shopper's cart. A lock of the test's own stops its transaction at the
 * last moment, so that the kill always hits the middle.
 */
export function describeKilledServer(kind: string, settings: () => Record<string, string>): void {
    describe(`a server that is killed in the middle of a checkout, ${kind}`, () => {
        let database: Client;
        let folder: string;
        let env: Record<string, string>;
        let server: AppProcess;
        let shop: SmallShop;
        let purchase: Purchase;

        beforeAll(async () => {
            const url = await createTestDatabase(testPostgresUrl(), `killed_server_${Date.now()}`);
            database = new Client({ connectionString: url });
            await database.connect();
            folder = await mkdtemp(path.join(os.tmpdir(), 'efi-killed-server-'));
            env = { DATABASE_URL: url, DATA_DIR: folder, PORT: String(await freePort()), ...settings() };
            server = await startApp('index', env);
            shop = await setUpSmallShop(`http://127.0.0.1:${env.PORT}/admin-api`);
        });

        beforeEach(() => {
            purchase = new Purchase(new GraphQlClient(`http://127.0.0.1:${env.PORT}/shop-api`));
        });

        afterAll(async () => {
            server?.signal('SIGTERM');
            await server?.ended();
            await database.end();
            await rm(folder, { recursive: true, force: true });
        });

        it('leaves the cart as it was when it dies over a change of quantity', async () => {
            const before = await purchase.add(shop.variantId, 2);
            await killDuring(before.code, () => purchase.add(shop.variantId, 3));
            expect(await purchase.cart()).toEqual(before);
            expect(await purchase.add(shop.variantId, 1)).toMatchObject({
                code: before.code,
                totalQuantity: 3,
            });
        });

        it('leaves the order to be paid when it dies over the payment, and it can be paid then', async () => {
            await purchase.add(shop.variantId, 2);
            await purchase.checkOut();
            const before = await purchase.cart();
            expect(before).toMatchObject({ state: 'ArrangingPayment' });

            await killDuring(before?.code ?? '', () => purchase.pay());
            expect(await purchase.cart()).toEqual(before);
            expect(await purchase.pay()).toMatchObject({ code: before?.code, state: 'PaymentSettled' });
            expect(await purchase.cart()).toBeNull();
            const payments = await database.query('SELECT FROM payment');
            expect(payments.rowCount).toBe(1);
        });

        /** Kills the server while `action` waits for the lock on the order, and starts another. */
        async function killDuring(orderCode: string, action: () => Promise<unknown>): Promise<void> {
            await database.query('BEGIN');
            await database.query('SELECT FROM "order" WHERE code = $1 FOR UPDATE', [orderCode]);
            const broken = expect(action()).rejects.toThrow('fetch failed');
            await expect.poll(waitingForLock, { timeout: 10_000 }).toBeGreaterThan(0);
            server.signal('SIGKILL');
            await server.ended();
            await broken;
            await database.query('ROLLBACK');
            server = await startApp('index', env);
        }

        async function waitingForLock(): Promise<number> {
            const { rows } = await database.query<{ n: number }>(
                `SELECT count(*)::int AS n FROM pg_stat_activity
                WHERE datname = current_database() AND application_name = 'efi-server' AND wait_event_type = 'Lock'`,
            );
            return rows[0]?.n ?? 0;
        }
    });
}
