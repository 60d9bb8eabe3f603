import { createTestDatabase, freePort, testPostgresUrl } from '@efi/plugin-kit/testing';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type AppProcess } from '../support/app-process';
import { cuttableProxy, type CuttableProxy } from '../support/cuttable-proxy';
import { GraphQlClient } from '../support/graphql-client';
import { Purchase } from '../support/purchase';
import { requireService } from '../support/services';
import { setUpSmallShop, type SmallShop } from '../support/small-shop';

describe('while Redis is away', () => {
    let folder: string;
    let env: Record<string, string>;
    let proxy: CuttableProxy;
    let server: AppProcess;
    let worker: AppProcess;
    let address: string;
    let shop: SmallShop;

    beforeAll(async () => {
        proxy = await cuttableProxy({
            host: '127.0.0.1',
            port: Number(new URL(requireService('REDIS_URL', 6)).port),
        });
        folder = await mkdtemp(path.join(os.tmpdir(), 'efi-redis-away-'));
        env = {
            DATABASE_URL: await createTestDatabase(testPostgresUrl(), 'redis_away'),
            DATA_DIR: folder,
            REDIS_URL: `redis://127.0.0.1:${proxy.port}/6`,
            PORT: String(await freePort()),
            WORKER_HEALTH_PORT: String(await freePort()),
        };
        address = `http://127.0.0.1:${env.PORT}`;
        [server, worker] = await Promise.all([startApp('index', env), startApp('index-worker', env)]);
        shop = await setUpSmallShop(`${address}/admin-api`);
    });

    afterAll(async () => {
        [server, worker].forEach(app => app?.signal('SIGKILL'));
        await Promise.all([server?.ended(), worker?.ended()]);
        await proxy.cut();
        await rm(folder, { recursive: true, force: true });
    });

    it('a shopper who has begun buys on, the server says what is away and stays ready, and no job is lost', async () => {
        const purchase = new Purchase(new GraphQlClient(`${address}/shop-api`));
        const cart = await purchase.add(shop.variantId);
        const admin = new GraphQlClient(`${address}/admin-api`);
        await admin.run(
            `mutation { login(username: "superadmin", password: "superadmin") { ... on ErrorResult { errorCode } } }`,
        );

        await proxy.cut();
        expect(await purchase.add(shop.variantId)).toMatchObject({ code: cart.code, totalQuantity: 2 });
        await purchase.checkOut();
        expect(await purchase.pay()).toMatchObject({ code: cart.code, state: 'PaymentSettled' });
        await admin.run(
            `mutation { updateProduct(input: { id: 1, translations: [{ languageCode: en, name: "Lantern" }] }) { id } }`,
        );
        const [status, report] = await ready(env.PORT);
        expect([status, report.status]).toEqual([200, 'ready']);
        expect(report.checks).toMatchObject({
            database: 'ok',
            redis: expect.not.stringMatching('ok') as string,
        });
        expect((await ready(env.WORKER_HEALTH_PORT))[0]).toBe(503);

        await proxy.mend();
        const client = new GraphQlClient(`${address}/shop-api`);
        const found = () => client.run(`{ search(input: { term: "lantern" }) { totalItems } }`);
        await expect.poll(found, { timeout: 30_000 }).toEqual({ search: { totalItems: 1 } });
        await expect
            .poll(async () => (await ready(env.WORKER_HEALTH_PORT))[0], { timeout: 10_000 })
            .toBe(200);
    });

    it('a server that is told to stop ends with code 0', async () => {
        await proxy.cut();
        server.signal('SIGTERM');
        expect(await server.ended(), server.output()).toBe(0);
        await proxy.mend();
    });

    it.each(['index', 'index-worker'] as const)(
        'a process that starts says so and ends (%s)',
        async entry => {
            const nowhere = { ...env, REDIS_URL: `redis://:secret@127.0.0.1:${await freePort()}` };
            const start = startApp(entry, {
                ...nowhere,
                PORT: String(await freePort()),
                WORKER_HEALTH_PORT: String(await freePort()),
            });
            await expect(start).rejects.toThrow(
                /ended with 1 before it was ready:[^]*Can't start: Can't use Redis at 127\.0\.0\.1:\d+: .*ECONNREFUSED.*Check REDIS_URL/,
            );
            await expect(start).rejects.not.toThrow('secret');
        },
    );

    async function ready(
        port: string | undefined,
    ): Promise<[number, { status: string; checks: Record<string, string> }]> {
        const response = await fetch(`http://127.0.0.1:${port}/readyz`);
        return [
            response.status,
            (await response.json()) as { status: string; checks: Record<string, string> },
        ];
    }
});
