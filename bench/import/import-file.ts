import { setTimeout as sleep } from 'node:timers/promises';
import { upload } from '../../e2e/security/upload';
import type { RunningShop } from '../../e2e/support/running-shop';
import { untilIdle } from '../measuring/vendure-jobs';
import { catalogueFile } from './catalogue-file';

const MUTATIONS = {
    stock: `mutation ($file: Upload!) { importProducts(csvFile: $file) { imported errors } }`,
    ours: `mutation ($file: Upload!) { startEfiCatalogueImport(input: { file: $file, format: CSV }) { id } }`,
} as const;

/**
 * Has a shop read a file of products.
 *
 * @returns Seconds until the search finds all of them and the job queue is empty.
 */
export async function importFile(
    shop: RunningShop,
    way: keyof typeof MUTATIONS,
    products: number,
): Promise<number> {
    const file = { name: 'products.csv', type: 'text/csv', content: catalogueFile(products) };
    const adminApi = `${shop.servers[0]?.address}/admin-api`;
    const { products: before } = await shop.merchant.client.run<{ products: { totalItems: number } }>(
        '{ products { totalItems } }',
    );
    const began = performance.now();
    const answer = await upload(adminApi, shop.merchant.client.sessionToken, MUTATIONS[way], file);
    if (!answer.startsWith('{"data":{')) {
        throw new Error(`The file was not taken: ${answer}`);
    }
    await untilFound(shop, before.totalItems + products);
    return (performance.now() - began) / 1_000;
}

async function untilFound(shop: RunningShop, products: number): Promise<void> {
    for (;;) {
        const { search } = await shop
            .visitor()
            .run<{ search: { totalItems: number } }>(
                '{ search(input: { groupByProduct: true, take: 1 }) { totalItems } }',
            );
        if (search.totalItems === products) {
            return untilIdle(shop.merchant.client);
        }
        await sleep(100);
    }
}
