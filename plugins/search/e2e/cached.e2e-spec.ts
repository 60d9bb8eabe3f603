import { ShopCachePlugin, shopCacheMigrations } from '@efi/shop-cache-plugin';
import { testShop } from '@efi/plugin-kit/testing';
import { gql } from 'graphql-tag';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SearchPlugin, searchMigrations } from '../src';

const QUERY = `{ search(input: { term: "lamp", groupByProduct: true }) {
    totalItems items { productName inStock priceWithTax { ... on PriceRange { min } } }
    facetValues { count } prices { range { min max } buckets { to count } } } }`;

/** Without a word to look for, products are listed as they are ready made. */
const LIST = `{ search(input: { groupByProduct: true, sort: { price: DESC } }) {
    totalItems items { productName priceWithTax { ... on PriceRange { min } } } facetValues { count } } }`;

interface Read {
    readonly hit: boolean;
    readonly names: readonly string[];
    readonly prices: readonly number[];
}

describe('an answer in the cache of the Shop API', async () => {
    const shop = await testShop({
        plugins: [SearchPlugin.init(), ShopCachePlugin.init()],
        migrations: [...searchMigrations, ...shopCacheMigrations],
        config: { entityOptions: { channelCacheTtl: 20, zoneCacheTtl: 20, taxRateCacheTtl: 20 } },
    });

    beforeAll(() => shop.start());
    afterAll(() => shop.stop());

    async function read(query: string): Promise<Read> {
        const { port, shopApiPath } = shop.config.apiOptions;
        const response = await fetch(`http://localhost:${port}/${shopApiPath}`, {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({ query }),
        });
        const { data } = (await response.json()) as {
            data: { search: { items: Array<{ productName: string; priceWithTax: { min: number } }> } };
        };
        return {
            hit: response.headers.get('efi-cache') === 'hit',
            names: data.search.items.map(({ productName }) => productName),
            prices: data.search.items.map(({ priceWithTax }) => priceWithTax.min),
        };
    }

    async function until(condition: (answer: Read) => boolean, query = QUERY): Promise<Read> {
        const deadline = Date.now() + 20_000;
        for (;;) {
            const answer = await read(query);
            if (condition(answer)) {
                return answer;
            }
            if (Date.now() > deadline) {
                throw new Error(`Still ${JSON.stringify(answer)}`);
            }
            await sleep(50);
        }
    }

    it('is kept until what it shows changes, and then made anew', async () => {
        expect(await until(({ hit, names }) => hit && names.length === 1)).toMatchObject({
            names: ['Lamp'],
            prices: [1_200],
        });
        await shop.adminClient.query(gql`
            mutation {
                updateProductVariants(input: [{ id: "T_1", price: 2000 }]) {
                    id
                }
            }
        `);
        await until(({ prices }) => prices[0] === 2_400);
        expect(await until(({ hit }) => hit)).toMatchObject({ prices: [2_400] });

        await shop.adminClient.query(gql`
            mutation {
                updateProduct(
                    input: { id: "T_1", translations: [{ languageCode: en, name: "Reading lamp" }] }
                ) {
                    id
                }
            }
        `);
        await until(({ names }) => names[0] === 'Reading lamp');
        expect(await until(({ hit }) => hit)).toMatchObject({ names: ['Reading lamp'] });
    });

    it('is kept and made anew for a list of products, too', async () => {
        await until(({ hit, prices }) => hit && prices.length > 0, LIST);
        await shop.adminClient.query(gql`
            mutation {
                updateProductVariants(input: [{ id: "T_1", price: 900000 }]) {
                    id
                }
            }
        `);
        await until(({ prices }) => prices[0] === 1_080_000, LIST);
        expect(await until(({ hit }) => hit, LIST)).toMatchObject({ prices: { 0: 1_080_000 } });
    });
});
