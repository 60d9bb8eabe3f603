import { gql } from 'graphql-tag';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SearchPlugin } from '../src';
import { exampleShop, idle, reindex } from './support/example-shop';

const SEARCH = gql`
    query ($input: SearchInput!) {
        search(input: $input) {
            totalItems
            efiCorrectedTerm
            items {
                productName
            }
            facetValues {
                count
            }
        }
    }
`;

const SUGGEST = gql`
    query ($term: String!, $take: Int) {
        efiSearchSuggestions(term: $term, take: $take) {
            correctedTerm
            products {
                productName
                slug
            }
            collections {
                name
                slug
            }
        }
    }
`;

interface Found {
    readonly totalItems: number;
    readonly efiCorrectedTerm: string | null;
    readonly items: ReadonlyArray<{ readonly productName: string }>;
    readonly facetValues: readonly unknown[];
}

interface Suggestions {
    readonly correctedTerm: string | null;
    readonly products: ReadonlyArray<{ readonly productName: string; readonly slug: string }>;
    readonly collections: ReadonlyArray<{ readonly name: string; readonly slug: string }>;
}

describe('who does not spell as the shop does', async () => {
    const shop = await exampleShop([SearchPlugin.init()]);

    beforeAll(() => shop.start());
    afterAll(() => shop.stop());

    const search = async (input: object): Promise<Found> => {
        const { search: found } = await shop.shopClient.query<{ search: Found }>(SEARCH, {
            input: { groupByProduct: true, ...input },
        });
        return found;
    };
    const suggest = async (term: string, take?: number): Promise<Suggestions> => {
        const { efiSearchSuggestions } = await shop.shopClient.query<{ efiSearchSuggestions: Suggestions }>(
            SUGGEST,
            { term, take },
        );
        return efiSearchSuggestions;
    };
    const change = async (mutation: string): Promise<void> => {
        await shop.adminClient.query(gql(mutation));
        await idle(shop.adminClient);
    };

    it('finds what was meant, and is told so', async () => {
        const right = await search({ term: 'laptop' });
        expect(right).toMatchObject({ totalItems: 1, efiCorrectedTerm: null });
        for (const term of ['latpop', 'laptpo', 'Lapttop']) {
            expect(await search({ term }), term).toEqual({ ...right, efiCorrectedTerm: 'laptop' });
        }
        expect(await search({ term: 'instnat camera' })).toMatchObject({
            efiCorrectedTerm: 'instant camera',
            items: [{ productName: 'Instant Camera' }],
        });
    });

    it('finds nothing where nothing was meant', async () => {
        expect(await search({ term: 'quite unknown' })).toMatchObject({
            totalItems: 0,
            efiCorrectedTerm: null,
        });
        expect(await search({ term: 'xq' + 'z'.repeat(300) })).toMatchObject({ totalItems: 0 });
    });

    it('is not corrected when the word is right and the filter leaves nothing', async () => {
        expect(await search({ term: 'laptop', collectionSlug: 'plants' })).toMatchObject({
            totalItems: 0,
            efiCorrectedTerm: null,
        });
    });

    it('needs no accents', async () => {
        await change(
            'mutation { updateProduct(input: { id: "T_3", translations: [{ languageCode: en, name: "Étagère murale" }] }) { id } }',
        );
        expect(await search({ term: 'etagere' })).toMatchObject({
            efiCorrectedTerm: 'étagère',
            items: [{ productName: 'Étagère murale' }],
        });
    });

    it('learns nothing of what is not for sale, and of what is gone', async () => {
        await change('mutation { updateProduct(input: { id: "T_3", enabled: false }) { id } }');
        expect(await search({ term: 'etagere' })).toMatchObject({ totalItems: 0, efiCorrectedTerm: null });
        await change('mutation { deleteProduct(id: "T_3") { result } }');
        await reindex(shop.adminClient);
        expect(await shop.sql(`SELECT 1 FROM efi_search_word WHERE word = 'étagère'`)).toEqual([]);
    });

    it('is shown products and collections while typing', async () => {
        const { products, collections, correctedTerm } = await suggest('came');
        expect(products.length).toBeGreaterThan(1);
        expect(products.length).toBeLessThanOrEqual(5);
        expect(products.every(({ productName }) => /came/i.test(productName))).toBe(true);
        expect(collections).toEqual([{ name: 'Camera & Photo', slug: 'camera-photo' }]);
        expect(correctedTerm).toBeNull();
        expect(await suggest('camrea')).toMatchObject({ correctedTerm: 'camera', collections });
        expect((await suggest('came', 1)).products).toHaveLength(1);
    });

    it('is told what was meant without asking for anything else', async () => {
        const { efiSearchSuggestions } = await shop.shopClient.query<{ efiSearchSuggestions: Suggestions }>(
            gql('{ efiSearchSuggestions(term: "camrea") { correctedTerm } }'),
        );
        expect(efiSearchSuggestions).toEqual({ correctedTerm: 'camera' });
    });

    it.each([5, 60])(
        'is shown what is for sale where %d products that are not say more of it',
        async many => {
            const words = (label: string) => `setweight(to_tsvector('english', 'zebra'), '${label}')`;
            await shop.sql(
                `UPDATE efi_search_text SET words = words || ${words('D')} WHERE "productId" IN (1, 2, 4)`,
            );
            await shop.sql(
                `INSERT INTO efi_search_text SELECT 9000 + n, 1, 'en', '', '', 'zebra', 'zebra', '', ${words('A')} FROM generate_series(1, ${many}) n`,
            );
            const { items } = await search({ term: 'zebra' });
            expect(items).toHaveLength(3);
            for (const take of [1, 3, 5]) {
                const { products } = await suggest('zebra', take);
                const found = items.slice(0, take);
                expect(products).toMatchObject(found);
                expect(products).toHaveLength(found.length);
            }
            await reindex(shop.adminClient);
            expect((await suggest('zebra')).products).toEqual([]);
        },
    );

    it('is shown no private collection', async () => {
        await change('mutation { updateCollection(input: { id: "T_4", isPrivate: true }) { id } }');
        expect((await suggest('came')).collections).toEqual([]);
        await change('mutation { updateCollection(input: { id: "T_4", isPrivate: false }) { id } }');
    });

    it('is shown nothing for too little, and a clear error for too much', async () => {
        for (const term of ['', 'ca', '!!!!']) {
            expect(await suggest(term)).toEqual({ products: [], collections: [], correctedTerm: null });
        }
        await expect(suggest('came', 0)).rejects.toThrow('take must be from 1 to 20');
        await expect(suggest('came', 21)).rejects.toThrow('take must be from 1 to 20');
    });
});
