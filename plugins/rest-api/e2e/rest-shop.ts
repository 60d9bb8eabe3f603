import { testShop, type TestShopOptions } from '@efi/plugin-kit/testing';
import { type RestApiOptions, RestApiPlugin, restApiMigrations } from '../src';
import { NotesPlugin } from './notes.plugin';
import { restClient } from './rest-client';

/** A shop with the REST API, the routes of another plugin, and two customers. */
export async function restShop(
    options: RestApiOptions = {},
    config: TestShopOptions['config'] = { entityOptions: { channelCacheTtl: 100 } },
) {
    const shop = await testShop({
        plugins: [RestApiPlugin.init(options), NotesPlugin],
        migrations: restApiMigrations,
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
        /** Signs a customer in at the Shop API. @param index - From 0. */
        customer: async (index = 0) => {
            const client = shop.newShopClient();
            await client.asUserWithCredentials(customers[index] ?? '', 'test');
            return { rest: restClient(shop, client.getAuthToken()), shop: client };
        },
    };
}

export type RestShop = Awaited<ReturnType<typeof restShop>>;
