import { TransactionalConnection } from '@vendure/core';
import { testShop, type TestShopOptions } from '@efi/plugin-kit/testing';
import { type RestApiOptions, RestApiPlugin, restApiMigrations } from '../src';
import { NotesPlugin } from './notes.plugin';
import { restClient } from './rest-client';

const nothing = () => undefined;
const silentLogger = {
    logQueryError: nothing,
    logQuerySlow: nothing,
    logSchemaBuild: nothing,
    logMigration: nothing,
    log: nothing,
};

/** A shop with the REST API, the routes of another plugin, and two customers. */
export async function restShop(
    options: RestApiOptions = {},
    config: TestShopOptions['config'] = {},
    more: Partial<Pick<TestShopOptions, 'plugins' | 'migrations'>> = {},
) {
    const shop = await testShop({
        plugins: [RestApiPlugin.init(options), NotesPlugin, ...(more.plugins ?? [])],
        migrations: [...restApiMigrations, ...(more.migrations ?? [])],
        customerCount: 2,
        config,
    });
    const customers: string[] = [];
    return {
        ...shop,
        start: async () => {
            await shop.start();
            const rows = await shop.sql<{ emailAddress: string }>(
                'SELECT "emailAddress" FROM customer ORDER BY id',
            );
            customers.push(...rows.map(row => row.emailAddress));
        },
        anonymous: restClient(shop),
        admin: () => restClient(shop, shop.adminClient.getAuthToken()),
        /** How many statements some work sends to the database, when no cache of Vendure's runs out meanwhile. */
        statementsOf: async (work: () => Promise<unknown>): Promise<number> => {
            const { rawConnection } = shop.server.app.get(TransactionalConnection);
            const { logger } = rawConnection;
            const counts: number[] = [];
            for (let turn = 0; turn < 4; turn += 1) {
                counts.push(0);
                const count = () => (counts[turn] = (counts[turn] ?? 0) + 1);
                Object.assign(rawConnection, { logger: { ...silentLogger, logQuery: count } });
                await work();
            }
            Object.assign(rawConnection, { logger });
            return Math.min(...counts);
        },
        /** Signs a customer in at the Shop API. @param index - From 0. */
        customer: async (index = 0) => {
            const client = shop.newShopClient();
            await client.asUserWithCredentials(customers[index] ?? '', 'test');
            return { rest: restClient(shop, client.getAuthToken()), shop: client };
        },
    };
}

export type RestShop = Awaited<ReturnType<typeof restShop>>;
