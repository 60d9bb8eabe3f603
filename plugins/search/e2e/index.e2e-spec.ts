import { LanguageCode } from '@vendure/core';
import { gql } from 'graphql-tag';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SearchPlugin } from '../src';
import { exampleShop, idle, reindex } from './support/example-shop';

const SEARCH = gql`
    query ($input: SearchInput!) {
        search(input: $input) {
            totalItems
            items {
                productName
                productVariantName
                sku
                slug
                inStock
                productAsset {
                    preview
                }
                priceWithTax {
                    ... on SinglePrice {
                        value
                    }
                    ... on PriceRange {
                        min
                        max
                    }
                }
            }
            prices {
                range {
                    min
                    max
                }
                buckets {
                    to
                    count
                }
            }
            collections {
                collection {
                    slug
                }
            }
        }
    }
`;

interface Found {
    readonly totalItems: number;
    readonly items: ReadonlyArray<{
        readonly productName: string;
        readonly productVariantName: string;
        readonly sku: string;
        readonly slug: string;
        readonly inStock: boolean;
        readonly productAsset: { readonly preview: string } | null;
        readonly priceWithTax: { readonly value?: number; readonly min?: number };
    }>;
    readonly prices: {
        readonly range: { readonly min: number; readonly max: number };
        readonly buckets: ReadonlyArray<{ readonly to: number; readonly count: number }>;
    };
    readonly collections: ReadonlyArray<{ readonly collection: { readonly slug: string } }>;
}

describe('the index', async () => {
    const shop = await exampleShop([SearchPlugin.init({ priceInterval: 10_000 })]);

    beforeAll(() => shop.start());
    afterAll(() => shop.stop());

    const search = async (input: object, languageCode = LanguageCode.en): Promise<Found> => {
        const { search: found } = await shop.shopClient.query<{ search: Found }>(
            SEARCH,
            { input: { groupByProduct: false, take: 100, ...input } },
            { languageCode },
        );
        return found;
    };
    const names = async (input: object, languageCode?: LanguageCode): Promise<string[]> =>
        (await search(input, languageCode)).items.map(({ productVariantName }) => productVariantName).sort();
    const change = async (mutation: string): Promise<void> => {
        await shop.adminClient.query(gql(mutation));
        await idle(shop.adminClient);
    };

    it('has what was there before anybody asked for it', async () => {
        expect((await search({})).totalItems).toBe(88);
        expect(await names({ term: 'laptop' })).toHaveLength(4);
    });

    it('follows a name, price, stock and whether a variant is enabled', async () => {
        await change(`mutation {
            updateProduct(input: { id: "T_1", translations: [{ languageCode: en, name: "Zephyrbook" }] }) { id }
            updateProductVariants(input: [{ id: "T_1", price: 4200, stockOnHand: 0, trackInventory: TRUE }, { id: "T_2", enabled: false }]) { id }
        }`);
        const { items } = await search({ term: 'zephyrbook', sort: { price: 'ASC' } });
        expect(items).toHaveLength(3);
        expect(items[0]).toMatchObject({ sku: 'L2201308', inStock: false, priceWithTax: { value: 5040 } });
        expect(await names({ term: 'zephyrbook', inStock: true })).toHaveLength(2);
        const lastByName = { groupByProduct: true, sort: { name: 'DESC' }, take: 1 };
        expect((await search(lastByName)).items).toMatchObject([{ productName: 'Zephyrbook' }]);
    });

    it('loses what is deleted, and what leaves the channel', async () => {
        await change('mutation { deleteProductVariant(id: "T_3") { result } }');
        expect(await names({ term: 'zephyrbook' })).toHaveLength(2);
        await change('mutation { deleteProduct(id: "T_1") { result } }');
        expect(await names({ term: 'zephyrbook' })).toEqual([]);
        expect(await shop.sql('SELECT 1 FROM efi_search_text WHERE "productId" = 1')).toEqual([]);
        expect(await shop.sql('SELECT 1 FROM efi_search_item WHERE "productId" = 1')).toEqual([]);
    });

    it('follows collections', async () => {
        await change(`mutation { createCollection(input: {
            translations: [{ languageCode: en, name: "Cameras only", slug: "cameras-only", description: "" }]
            filters: [{ code: "variant-name-filter", arguments: [{ name: "operator", value: "contains" }, { name: "term", value: "camera" }] }]
        }) { id } }`);
        const found = await search({ collectionSlug: 'cameras-only' });
        expect(found.totalItems).toBeGreaterThan(2);
        expect(found.items.every(({ productVariantName }) => /camera/i.test(productVariantName))).toBe(true);
        expect(found.collections.map(({ collection }) => collection.slug)).toContain('cameras-only');
    });

    it('shows the focal point and preview of assets as they are, and none of a deleted one', async () => {
        const [before] = (await search({ term: 'tablet' })).items;
        expect(before?.productAsset?.preview).toMatch(/preview/);
        await shop.sql(`DELETE FROM product_asset WHERE "productId" = 2`);
        await change(`mutation { deleteAsset(input: { assetId: "T_2", force: true }) { result } }`);
        expect((await search({ term: 'tablet' })).items[0]?.productAsset).toBeNull();
    });

    it('follows taxes', async () => {
        const [before] = (await search({ term: 'tablet' })).items;
        await change('mutation { updateTaxRate(input: { id: "T_1", value: 50 }) { id } }');
        const [rate] = await shop.sql<{ value: string; name: string }>(
            `SELECT r.value, r.name FROM tax_rate r JOIN channel c ON c."defaultTaxZoneId" = r."zoneId"
              JOIN product_variant v ON v."taxCategoryId" = r."categoryId" WHERE v."productId" = 2 LIMIT 1`,
        );
        const net = Math.round((before?.priceWithTax.value ?? 0) / 1.2);
        const [after] = (await search({ term: 'tablet' })).items;
        expect(after?.priceWithTax.value).toBe(Math.round(net * (1 + Number(rate?.value) / 100)));
        await change('mutation { updateTaxRate(input: { id: "T_1", value: 20 }) { id } }');
    });

    it('speaks the languages of the channel, with the rules of each', async () => {
        await change(`mutation {
            updateGlobalSettings(input: { availableLanguages: [en, de] }) { __typename }
            updateChannel(input: { id: "T_1", availableLanguageCodes: [en, de] }) { __typename }
            updateProduct(input: { id: "T_3", translations: [{ languageCode: de, name: "Kabellose Mäuse", slug: "maeuse", description: "" }] }) { id }
        }`);
        expect((await search({ term: 'mäusen' }, LanguageCode.de)).items[0]?.productName).toBe(
            'Kabellose Mäuse',
        );
        expect((await search({ term: 'mäusen' })).totalItems).toBe(0);
        // What has no translation is found by the words that it has.
        expect((await search({ term: 'tablets' }, LanguageCode.de)).items[0]?.productName).toBe('Tablet');
    });

    it('finds words of different fields together when no field has them all', async () => {
        const { sku, productName } = (await search({ term: 'tablet' })).items[0]!;
        expect((await search({ term: `${sku} ${productName}` })).items[0]?.sku).toBe(sku);
    });

    it('tells what the results cost, and finds by that', async () => {
        const all = await search({ term: 'camera' });
        const { range, buckets } = all.prices;
        expect(range.min).toBeLessThan(range.max);
        expect(buckets.reduce((sum, { count }) => sum + count, 0)).toBe(all.totalItems);
        expect(buckets.every(({ to }) => to % 10_000 === 0)).toBe(true);
        const dear = await search({ term: 'camera', priceRange: { min: range.max, max: range.max } });
        expect(dear.totalItems).toBeGreaterThan(0);
        expect(dear.totalItems).toBeLessThan(all.totalItems);
        expect(dear.prices.range).toEqual({ min: range.max, max: range.max });
    });

    it.each([true, false])(
        'tells the range of prices by itself as beside the buckets (by product: %s)',
        async grouped => {
            const ranges = gql`
                query ($input: SearchInput!) {
                    search(input: $input) {
                        prices {
                            __typename
                            range {
                                min
                                max
                            }
                        }
                    }
                }
            `;
            for (const wanted of [{}, { facetValueFilters: [{ or: ['T_1', 'T_5'] }] }, { term: 'camera' }]) {
                const input = { ...wanted, groupByProduct: grouped };
                const { search: alone } = await shop.shopClient.query<{ search: Found }>(ranges, { input });
                expect(alone.prices.range).toEqual((await search(input)).prices.range);
                expect(alone.prices.range.max).toBeGreaterThan(alone.prices.range.min);
            }
        },
    );

    it('refuses a page that can not be with one clear error', async () => {
        await expect(search({ take: -1 })).rejects.toThrow(/take.*skip/i);
        await expect(search({ take: 100_000 })).rejects.toThrow(/100/);
        await expect(search({ term: 'tab\0let' })).resolves.toBeDefined();
    });

    it('changes nothing when nothing has changed', async () => {
        await idle(shop.adminClient);
        const stamp =
            'SELECT max(xmin::text::bigint)::int AS newest, count(*)::int AS rows FROM efi_search_item';
        const texts = stamp.replace('efi_search_item', 'efi_search_text');
        const before = [await shop.sql(stamp), await shop.sql(texts)];
        expect(await reindex(shop.adminClient)).toMatchObject({ state: 'COMPLETED' });
        expect([await shop.sql(stamp), await shop.sql(texts)]).toEqual(before);
    });

    it('is built anew without a moment in which something is missing', async () => {
        const { totalItems } = await search({});
        await shop.sql('UPDATE efi_search_item SET price = 1');
        let done = false;
        const seen: number[] = [];
        const watching = (async () => {
            while (!done) {
                seen.push((await search({})).totalItems);
            }
        })();
        await reindex(shop.adminClient);
        done = true;
        await watching;
        expect(seen.length).toBeGreaterThan(3);
        expect(new Set(seen)).toEqual(new Set([totalItems]));
        expect((await search({})).prices.range.min).toBeGreaterThan(1);
    });

    it('finds a product without variants for administrators only', async () => {
        await change(`mutation { createProduct(input: {
            translations: [{ languageCode: en, name: "Unfinished thing", slug: "unfinished", description: "" }] }) { id } }`);
        expect((await search({ term: 'unfinished' })).totalItems).toBe(0);
        const { search: found } = await shop.adminClient.query<{ search: { totalItems: number } }>(gql`
            {
                search(input: { term: "unfinished" }) {
                    totalItems
                }
            }
        `);
        expect(found.totalItems).toBe(1);
    });

    it('notes nothing of what is rolled back', async () => {
        await idle(shop.adminClient);
        const [{ name } = { name: '' }] = await shop.sql<{ name: string }>(
            'SELECT name FROM product_translation WHERE "baseId" = 4',
        );
        await expect(
            shop.adminClient.query(gql`
                mutation {
                    updateProduct(
                        input: {
                            id: "T_4"
                            translations: [{ languageCode: en, name: "Nameless" }]
                            featuredAssetId: "T_9999"
                        }
                    ) {
                        id
                    }
                }
            `),
        ).rejects.toThrow();
        await idle(shop.adminClient);
        expect((await search({ term: 'nameless' })).totalItems).toBe(0);
        expect((await search({ term: name })).totalItems).toBeGreaterThan(0);
        expect(await shop.sql('SELECT 1 FROM efi_search_pending WHERE due <= clock_timestamp()')).toEqual([]);
    });

    it('has counted what is in it, after all that was written, and again from nothing', async () => {
        const counted = `SELECT "channelId", "currencyCode", kind, "collectionId", id, number FROM efi_search_count WHERE number <> 0`;
        const inIt = `
            SELECT "channelId", "currencyCode", n.kind, n."collectionId", n.id, count(*)::int AS number
              FROM efi_search_product CROSS JOIN LATERAL (
                   SELECT 'product', 0, 0
                   UNION ALL SELECT 'facetValue', 0, unnest("facetValueIds")
                   UNION ALL SELECT 'collection', 0, unnest("collectionIds")
                   UNION ALL SELECT 'facetValueInCollection', c, f
                               FROM unnest("collectionIds") c, unnest("facetValueIds") f WHERE "isUniform"
              ) n(kind, "collectionId", id) GROUP BY 1, 2, 3, 4, 5`;
        const difference = `(${counted} EXCEPT ${inIt}) UNION ALL (${inIt} EXCEPT ${counted})`;
        expect(await shop.sql(difference)).toEqual([]);
        expect((await shop.sql(counted)).length).toBeGreaterThan(20);
        await shop.sql('TRUNCATE efi_search_product');
        expect(await shop.sql(counted)).toEqual([]);
        await reindex(shop.adminClient);
        expect(await shop.sql(difference)).toEqual([]);
        expect((await shop.sql(counted)).length).toBeGreaterThan(20);
    });
});
