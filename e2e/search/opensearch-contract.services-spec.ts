import { createOpenSearchAdapter, ElasticsearchPlugin } from '@vendure-community/elasticsearch-plugin';
import { LanguageCode } from '@vendure/core';
import { gql } from 'graphql-tag';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
    type Answer,
    type Context,
    contexts,
    type Input,
    inputs,
    PREPARE,
    searchOf,
} from '../../plugins/search/e2e/support/contract-cases';
import { exampleShop, idle, reindex } from '../../plugins/search/e2e/support/example-shop';
import { type OpenSearch, startOpenSearch } from '../support/opensearch/start-opensearch';

const SHOP = { api: 'shop', grouped: true, language: LanguageCode.en } as const;
const VARIANTS = { ...SHOP, grouped: false } as const;
/** More than the example shop has of products or variants. */
const ALL = { take: 100 };
/** As many as Vendure gives unasked, and OpenSearch when asked. */
const SOME = { take: 25 };
/** It indexes each variant by itself: a minute for the example shop where nothing else is to do. */
const PATIENCE = 240_000;

/** Whole words, which OpenSearch looks for; of beginnings of words it knows nothing. */
const words = ['laptop', 'LAPTOP', 'camera', 'instant camera', 'running shoe', 'L2201308'];

const PRICES = gql`
    query ($input: SearchInput!) {
        search(input: $input) {
            prices {
                range {
                    min
                    max
                }
                rangeWithTax {
                    min
                    max
                }
            }
        }
    }
`;

interface Range {
    readonly min: number;
    readonly max: number;
}

describe('an answer of OpenSearch', async () => {
    let openSearch: OpenSearch | undefined;
    const shop = await exampleShop([
        ElasticsearchPlugin.init({
            adapter: () => createOpenSearchAdapter({ clientOptions: { node: openSearch?.url } }),
            indexPrefix: 'contract-',
        }),
    ]);
    let stock: Awaited<ReturnType<typeof shop.startStock>>;

    beforeAll(async () => {
        openSearch = await startOpenSearch();
        await shop.start(PATIENCE);
        await shop.adminClient.query(PREPARE);
        await idle(shop.adminClient);
        stock = await shop.startStock();
        expect(await reindex(stock.adminClient)).toMatchObject({ state: 'COMPLETED' });
        expect(await reindex(shop.adminClient)).toMatchObject({ state: 'COMPLETED' });
    }, 2 * PATIENCE);

    afterAll(async () => {
        stock?.stop();
        await shop.stop();
        await openSearch?.stop();
    });

    const change = async (mutation: string): Promise<void> => {
        await shop.adminClient.query(gql(mutation));
        await idle(shop.adminClient);
    };
    const named = async (input: Input): Promise<string[]> =>
        (await searchOf(shop, VARIANTS, { ...ALL, ...input })).items.map(({ sku }) => String(sku)).sort();

    const asked = contexts
        .filter(({ language }) => language === LanguageCode.en)
        .flatMap(context =>
            inputs
                .filter(input => isAnsweredAlike(context, input))
                .map(input => ({ context, input: { ...SOME, ...input } })),
        );

    it.each(asked)(
        'is the one of Vendure for $context.api $context.language $context.grouped $input',
        async ({ context, input }) => {
            const expected = comparable(await searchOf(stock, context, input), context, input);
            expect(comparable(await searchOf(shop, context, input), context, input)).toEqual(expected);
        },
    );

    it.each(words)('finds by "%s" what Vendure finds by it', async term => {
        const ids = async (clients: typeof shop | typeof stock) =>
            (await searchOf(clients, SHOP, { term, ...ALL })).items.map(({ productId }) => productId);
        const expected = await ids(stock);
        expect(expected.length).toBeGreaterThan(0);
        expect(await ids(shop)).toEqual(expect.arrayContaining(expected));
    });

    it('shows in a language what is translated into it', async () => {
        const { items } = await searchOf(shop, { ...SHOP, language: LanguageCode.de }, ALL);
        expect(items.map(({ productName }) => productName)).toEqual(['Klapprechner']);
    });

    it('forgives a slip of the finger', async () => {
        expect(await named({ term: 'labtop' })).toContain('L2201308');
    });

    it('tells what the results cost, and finds by that', async () => {
        const { items } = await searchOf(stock, VARIANTS, ALL);
        const values = items.map(({ priceWithTax }) => (priceWithTax as { value: number }).value);
        const { search } = await shop.shopClient.query<{
            search: { prices: { range: Range; rangeWithTax: Range } };
        }>(PRICES, { input: { groupByProduct: false } });
        expect(search.prices.rangeWithTax).toEqual({ min: Math.min(...values), max: Math.max(...values) });

        const bounds = { min: 5_000, max: 20_000 };
        const within = items.filter((_, index) => {
            const value = values[index] ?? 0;
            return value >= bounds.min && value <= bounds.max;
        });
        expect(within.length).toBeGreaterThan(5);
        expect(within.length).toBeLessThan(items.length);
        expect(await named({ priceRangeWithTax: bounds })).toEqual(within.map(({ sku }) => sku).sort());
    });

    it('follows a name, price, stock and whether a variant is enabled', async () => {
        await change(`mutation {
            updateProduct(input: { id: "T_2", translations: [{ languageCode: en, name: "Zephyrpad" }] }) { id }
            updateProductVariants(input: [{ id: "T_5", price: 4200, stockOnHand: 0, trackInventory: TRUE }]) { id }
        }`);
        const offers = async () =>
            (await searchOf(shop, VARIANTS, { term: 'zephyrpad' })).items.map(({ inStock, price }) => ({
                inStock,
                price,
            }));
        await expect
            .poll(offers, { timeout: 15_000 })
            .toContainEqual({ inStock: false, price: { value: 4_200 } });
        const all = await named({ term: 'zephyrpad' });
        const [atHand, missing] = await Promise.all(
            [true, false].map(inStock => named({ term: 'zephyrpad', inStock })),
        );
        expect(missing).not.toEqual([]);
        expect([...(atHand ?? []), ...(missing ?? [])].sort()).toEqual(all);

        await change('mutation { updateProductVariants(input: [{ id: "T_5", enabled: false }]) { id } }');
        await expect
            .poll(() => named({ term: 'zephyrpad' }), { timeout: 15_000 })
            .toHaveLength(all.length - 1);
        await change('mutation { deleteProduct(id: "T_2") { result } }');
        await expect.poll(() => named({ term: 'zephyrpad' }), { timeout: 15_000 }).toEqual([]);
    });

    it('is never without a product while everything is indexed anew', async () => {
        const { totalItems } = await searchOf(shop, VARIANTS, {});
        let isDone = false;
        const seen: number[] = [];
        const watching = (async () => {
            while (!isDone) {
                seen.push((await searchOf(shop, VARIANTS, {})).totalItems);
            }
        })();
        const job = await reindex(shop.adminClient);
        isDone = true;
        await watching;
        expect(job).toMatchObject({ state: 'COMPLETED' });
        expect(seen.length).toBeGreaterThan(3);
        expect(new Set(seen)).toEqual(new Set([totalItems]));
    });
});

/**
 * Not so with terms, which OpenSearch understands otherwise, and with what docs/adr/0002 says of filters, pages and the
 * stock of products.
 */
function isAnsweredAlike(
    { api, grouped }: Context,
    { term, take, inStock, facetValueFilters }: Input,
): boolean {
    if (api === 'admin' && grouped && inStock !== undefined) {
        return false;
    }
    const filters = JSON.stringify(facetValueFilters ?? []);
    return !term && take !== 0 && !filters.includes('[]}') && !filters.includes('nonsense');
}

/**
 * What both engines say: which ones of all, in which order where one was asked for, and the counts, but for those of
 * the Admin API.
 */
function comparable(
    { items, totalItems, facetValues, collections }: Answer,
    { api }: Context,
    { take, sort }: Input,
): unknown {
    const told = items.map(({ productId, productVariantId, price, productName, slug, currencyCode }) => {
        const isOfVariant = 'value' in (price as object);
        return {
            ...(isOfVariant ? { productVariantId, price } : {}),
            ...{ productId, productName, slug, currencyCode },
        };
    });
    const { name, price: byPrice } = (sort ?? {}) as { readonly name?: string; readonly price?: string };
    return {
        totalItems,
        items: take === ALL.take ? told.map(item => JSON.stringify(item)).sort() : told.length,
        names: name ? told.map(({ productName }) => productName) : [],
        prices: byPrice && !name ? told.map(({ price }) => price) : [],
        ...(api === 'shop' && {
            facetValues: counts(facetValues.map(({ count, facetValue }) => [facetValue.id, count])),
            collections: counts(collections.map(({ count, collection }) => [collection.id, count])),
        }),
    };
}

function counts(pairs: ReadonlyArray<[id: string, count: number]>): Record<string, number> {
    return Object.fromEntries(pairs);
}
