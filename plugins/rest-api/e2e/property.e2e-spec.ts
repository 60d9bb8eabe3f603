import { AuthPlugin, authMigrations } from '@efi/auth-plugin';
import { parse } from 'graphql';
import { afterAll, beforeAll, describe } from 'vitest';
import { fillCatalogue } from './catalogue-of-tests';
import { placeOrder } from './placed-order';
import { type PropertyShop, propertySuite } from './property.suite';
import { restClient } from './rest-client';
import { restShop } from './rest-shop';

const KEY = `mutation ($input: CreateEfiMachineKeyInput!) {
    createEfiMachineKey(input: $input) { ... on EfiNewMachineKey { key } }
}`;

describe('the REST API', async () => {
    const many = 1_000_000;
    const shop = await restShop(
        { limits: { read: many, bulk: many, write: many, credentials: many }, addressLimit: many },
        { entityOptions: { channelCacheTtl: 100 }, authOptions: { tokenMethod: ['cookie', 'bearer'] } },
        {
            plugins: [
                AuthPlugin.init({ tokens: { secret: 's'.repeat(32), issuer: 'https://shop.example' } }),
            ],
            migrations: authMigrations,
        },
    );
    beforeAll(async () => {
        await shop.start();
        await fillCatalogue(shop);
    });
    afterAll(() => shop.stop());

    propertySuite(shop, async (): Promise<PropertyShop> => {
        const customer = await shop.customer();
        const code = await placeOrder(customer.shop);
        const { createEfiMachineKey } = await shop.adminClient.query<{
            createEfiMachineKey: { key: string };
        }>(parse(KEY), { input: { name: 'ERP', scopes: ['ReadCatalog', 'ReadOrder', 'ReadCustomer'] } });
        const cursor = [
            'products',
            'orders',
            'bulk-products',
            'bulk-variants',
            'bulk-orders',
            'bulk-customers',
        ];
        return {
            callers: {
                anonymous: shop.anonymous,
                customer: customer.rest,
                administrator: shop.admin(),
                program: restClient(shop, createEfiMachineKey.key),
            },
            samples: {
                id: ['1'],
                product: ['lamp', 'T_1', 'secret'],
                code: [code],
                collection: ['light', 'hidden'],
                facet: ['color:red', 'margin:high'],
                cursor: cursor.map(list => Buffer.from(`${list} T_1`).toString('base64url')),
                updatedSince: ['2020-01-01T00:00:00Z'],
                languageCode: ['en', 'de'],
                currencyCode: ['USD'],
                'If-Match': ['*', '"v1"'],
            },
        };
    });
});
