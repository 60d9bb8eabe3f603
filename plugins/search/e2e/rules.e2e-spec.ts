import { ShopCachePlugin, shopCacheMigrations } from '@efi/shop-cache-plugin';
import { TransactionalConnection } from '@vendure/core';
import { gql } from 'graphql-tag';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { SearchPlugin } from '../src';
import { exampleShop, idle } from './support/example-shop';
import { Merchandiser } from './support/merchandiser';

const SEARCH = gql`
    query ($input: SearchInput!) {
        search(input: $input) {
            totalItems
            efiCorrectedTerm
            items {
                productId
                productName
                inStock
            }
            facetValues {
                count
                facetValue {
                    name
                }
            }
        }
    }
`;

interface Found {
    readonly totalItems: number;
    readonly efiCorrectedTerm: string | null;
    readonly items: ReadonlyArray<{
        readonly productId: string;
        readonly productName: string;
        readonly inStock: boolean;
    }>;
    readonly facetValues: ReadonlyArray<{ readonly count: number; readonly facetValue: { name: string } }>;
}

const namesOf = ({ items }: Found): string[] => items.map(({ productName }) => productName);

describe('what staff say of searches', async () => {
    const shop = await exampleShop([SearchPlugin.init(), ShopCachePlugin.init()], shopCacheMigrations);
    const staff = new Merchandiser(shop.adminClient);

    beforeAll(() => shop.start());
    afterAll(() => shop.stop());

    const search = async (input: object): Promise<Found> => {
        const { search: found } = await shop.shopClient.query<{ search: Found }>(SEARCH, {
            input: { groupByProduct: true, take: 100, ...input },
        });
        return found;
    };
    const ids = async (term: string): Promise<string[]> =>
        (await search({ term })).items.map(({ productId }) => productId);
    const change = async (mutation: string): Promise<void> => {
        await shop.adminClient.query(gql(mutation));
        await idle(shop.adminClient);
    };

    describe('as synonyms', () => {
        afterAll(() => staff.removeAll());

        it('finds the same by each of them, in whatever form and from its first four letters', async () => {
            const laptops = await search({ term: 'laptop' });
            expect(await search({ term: 'roadbook' })).toMatchObject({ totalItems: 0 });
            const { id } = await staff.addSynonyms(['laptop', 'road book', 'roadbooks']);
            for (const term of ['roadbook', 'roadbooks', 'Road Book', 'roadb']) {
                expect(await search({ term }), term).toEqual({ ...laptops });
            }
            expect(await search({ term: 'laptop' })).toEqual(laptops);

            await staff.removeSynonyms(id);
            expect(await search({ term: 'roadbook' })).toMatchObject({ totalItems: 0 });
        });

        it('leads one way only where it has a meaning', async () => {
            await staff.addSynonyms(['kodak'], ['camera']);
            const cameras = await ids('camera');
            expect(cameras.length).toBeGreaterThan(1);
            expect(await ids('kodak')).toEqual(cameras);
            await staff.addSynonyms(['camera'], ['laptop']);
            expect([...(await ids('camera'))].sort()).toEqual([...cameras, ...(await ids('laptop'))].sort());
            expect(await ids('kodak')).toEqual(cameras);
        });

        it('counts within all words of a term, and asks one field for all words of a synonym', async () => {
            await staff.addSynonyms(['polaroid', 'instant camera']);
            expect(namesOf(await search({ term: 'polaroid' }))).toEqual(['Instant Camera']);
            await staff.addSynonyms(['notebook'], ['laptop']);
            expect(await search({ term: 'notebook 13 inch' })).toMatchObject({ totalItems: 1 });
        });

        it('is not spelt wrong', async () => {
            await staff.addSynonyms(['lapdog'], ['puppy']);
            expect(await search({ term: 'lapdop' })).toMatchObject({ efiCorrectedTerm: 'laptop' });
            for (const term of ['lapdog', 'lapdogs', 'puppy']) {
                expect(await search({ term }), term).toMatchObject({ totalItems: 0, efiCorrectedTerm: null });
            }
        });

        it('is what a word was meant to be that is spelt wrong', async () => {
            await staff.addSynonyms(['Canapé'], ['laptop']);
            const laptops = await search({ term: 'laptop' });
            const meant = { ...laptops, efiCorrectedTerm: 'canapé' };
            expect(await search({ term: 'cannape' })).toEqual(meant);
        });

        it('holds in its own language and channel', async () => {
            const other = await staff.inLanguage('de');
            await other.addSynonyms(['rechner', 'laptop']);
            expect(await search({ term: 'rechner' })).toMatchObject({ totalItems: 0 });
            const inGerman = async (): Promise<string[]> => {
                const german = await shop.shopClient.query<{ search: Found }>(
                    SEARCH,
                    { input: { term: 'rechner', groupByProduct: true } },
                    { languageCode: 'de' },
                );
                return namesOf(german.search);
            };
            // Once the words of the new language are indexed.
            await expect.poll(inGerman, { timeout: 10_000 }).toEqual(['Laptop']);
        });

        it.each([
            [['sofa'], [], 'terms', 'TOO_FEW'],
            [['sofa', '!!'], [], 'terms', 'NO_WORD'],
            [['sofa', 'SOFA'], [], 'terms', 'REPEATED'],
            [['one', 'a b c d e'], [], 'terms', 'TOO_LONG'],
            [['Camera'], ['LAPTOP'], 'terms', 'ALREADY_THERE'],
        ])('is refused for %j and %j', async (terms, meanings, field, reason) => {
            expect(await staff.saveSynonyms(terms, meanings)).toMatchObject({ field, reason });
        });

        it('is refused for a language that nobody speaks there, and for who may not change products', async () => {
            expect(await staff.saveSynonyms(['sofa', 'couch'], [], 'fr')).toMatchObject({
                reason: 'NOT_SPOKEN',
                value: 'fr',
            });
            await expect(new Merchandiser(shop.shopClient).synonyms()).rejects.toThrow();
            const nobody = new Merchandiser(shop.newAdminClient());
            await expect(nobody.synonyms()).rejects.toThrow('not currently authorized');
            await expect(nobody.saveSynonyms(['sofa', 'couch'])).rejects.toThrow('not currently authorized');
        });
    });

    describe('as an arrangement of a term', () => {
        let cameras: Found;

        beforeAll(async () => {
            cameras = await search({ term: 'camera' });
        });
        afterEach(() => staff.removeAll());

        it('puts products first in their order, whether they match or not, once each, and counts them', async () => {
            const [first, second] = [cameras.items[2]!, cameras.items[0]!];
            const { id } = await staff.arrange('Camera', {
                pinned: ['T_1', first.productId, second.productId],
            });
            const found = await search({ term: 'camera' });
            expect(found.items.slice(0, 3).map(({ productId }) => productId)).toEqual([
                'T_1',
                first.productId,
                second.productId,
            ]);
            expect(found.totalItems).toBe(cameras.totalItems + 1);
            expect(new Set(found.items.map(({ productId }) => productId)).size).toBe(found.totalItems);
            const electronics = ({ facetValues }: Found) =>
                facetValues.find(({ facetValue }) => facetValue.name === 'Electronics')?.count;
            expect(electronics(found)).toBe((electronics(cameras) ?? 0) + 1);

            const pages = await Promise.all(
                Array.from({ length: found.totalItems }, (_, skip) =>
                    search({ term: 'camera', take: 1, skip }),
                ),
            );
            expect(pages.flatMap(namesOf)).toEqual(namesOf(found));
            expect(await search({ term: 'cameras' })).toEqual(await search({ term: 'cameras' }));
            expect(await ids('cameras')).toEqual(cameras.items.map(({ productId }) => productId));
            await staff.removeArrangement(id);
            expect(await search({ term: 'camera' })).toEqual(cameras);
        });

        it('keeps to the filters, and to what is for sale', async () => {
            const { id } = await staff.arrange('camera', { pinned: ['T_2', 'T_1'] });
            const filter = { term: 'camera', collectionSlug: 'camera-photo' };
            const filtered = await search(filter);
            expect(filtered.items.map(({ productId }) => productId)).not.toContain('T_1');
            expect(filtered.totalItems).toBeGreaterThan(0);
            await change('mutation { updateProduct(input: { id: "T_2", enabled: false }) { id } }');
            expect((await ids('camera')).slice(0, 1)).toEqual(['T_1']);
            await change('mutation { updateProduct(input: { id: "T_2", enabled: true }) { id } }');
            expect((await ids('camera')).slice(0, 2)).toEqual(['T_2', 'T_1']);
            await staff.removeArrangement(id);
        });

        it('leaves products out, in the shop only', async () => {
            const [gone] = cameras.items;
            const { id } = await staff.arrange('camera', { hidden: [gone!.productId] });
            const found = await search({ term: 'CAMERA  ' });
            expect(found.totalItems).toBe(cameras.totalItems - 1);
            expect(namesOf(found)).toEqual(namesOf(cameras).slice(1));
            const input = { term: 'camera', groupByProduct: true };
            const { search: all } = await shop.adminClient.query<{ search: Found }>(SEARCH, { input });
            expect(all.totalItems).toBe(cameras.totalItems);
            await staff.removeArrangement(id);
        });

        it('changes no order that is asked for', async () => {
            const sort = { name: 'ASC' };
            const { id } = await staff.arrange('camera', {
                pinned: ['T_1'],
                hidden: [cameras.items[0]!.productId],
            });
            for (const byPrice of [sort, { price: 'DESC' }]) {
                const sorted = await search({ term: 'camera', sort: byPrice });
                expect(sorted.totalItems).toBe(cameras.totalItems);
            }
            const names = namesOf(await search({ term: 'camera', sort }));
            expect(names).toEqual([...names].sort());
            expect(names).toContain('Laptop');
            await staff.removeArrangement(id);
        });

        it('has single variants stand first, too', async () => {
            const { id } = await staff.arrange('camera', { pinned: ['T_1'] });
            const input = { term: 'camera', groupByProduct: false };
            const found = await search(input);
            expect(found.items.slice(0, 4).map(({ productId }) => productId)).toEqual(
                Array.from({ length: 4 }, () => 'T_1'),
            );
            await staff.removeArrangement(id);
            expect((await search(input)).totalItems).toBe(found.totalItems - 4);
        });

        it('still finds words that stand in different fields', async () => {
            const apart = await search({ term: 'l2201308 laptop' });
            expect(apart.totalItems).toBeGreaterThan(0);
            const { id } = await staff.arrange('l2201308 laptop', { pinned: ['T_3'] });
            expect((await search({ term: 'l2201308 laptop' })).totalItems).toBe(apart.totalItems + 1);
            await staff.removeArrangement(id);
        });

        it('holds for a term that was corrected', async () => {
            const { id } = await staff.arrange('laptop', { pinned: ['T_3'] });
            expect(await search({ term: 'latpop' })).toMatchObject({
                efiCorrectedTerm: 'laptop',
                items: { 0: { productId: 'T_3' } },
            });
            await staff.removeArrangement(id);
        });

        it('is shown to staff as a guest finds it, also before it is kept', async () => {
            expect(await staff.preview({ term: 'camera', take: 3 })).toMatchObject({
                totalItems: cameras.totalItems,
                items: cameras.items.slice(0, 3).map(({ productId }) => ({ productId })),
                pinnedIds: [],
                synonyms: [],
            });
            await staff.addSynonyms(['camera', 'kodak'], []);
            const draft = { pinnedIds: ['T_1'], hiddenIds: [cameras.items[0]!.productId] };
            expect(await staff.preview({ term: 'camera', ...draft })).toMatchObject({
                totalItems: cameras.totalItems,
                items: { 0: { productId: 'T_1' }, 1: { productId: cameras.items[1]!.productId } },
                pinnedIds: ['T_1'],
                synonyms: ['kodak'],
            });
            expect(await search({ term: 'camera' })).toEqual(cameras);
            await expect(staff.preview({ term: 'camera', take: 51 })).rejects.toThrow(
                'take must be from 1 to 50',
            );
        });

        it('is refused for the same term again, unknown products and nothing at all', async () => {
            const { id } = await staff.arrange('sofa', { pinned: ['T_1'] });
            expect(await staff.saveArrangement('  SOFA!', { pinned: ['T_2'] })).toMatchObject({
                field: 'term',
                reason: 'ALREADY_THERE',
            });
            expect(await staff.saveArrangement('couch', { hidden: ['T_9999'] })).toMatchObject({
                field: 'hiddenIds',
                reason: 'UNKNOWN_PRODUCT',
            });
            expect(await staff.saveArrangement('couch', {})).toMatchObject({ reason: 'TOO_FEW' });
            const changed = await staff.saveArrangement('Sofa', { pinned: ['T_2', 'T_1'] }, id);
            expect(changed).toMatchObject({ term: 'Sofa', pinned: [{ id: 'T_2' }, { id: 'T_1' }] });
        });
    });

    describe('as an order by stock', () => {
        const isSplit = ({ items }: Found): boolean => {
            const soldOut = items.findIndex(({ inStock }) => !inStock);
            return soldOut > 0 && items.slice(soldOut).every(({ inStock }) => !inStock);
        };

        beforeAll(async () => {
            const first = await search({ term: 'camera' });
            for (const productId of ['T_1', first.items[0]!.productId]) {
                const { product } = await shop.adminClient.query<{
                    product: { variants: ReadonlyArray<{ id: string }> };
                }>(gql(`{ product(id: "${productId}") { variants { id } } }`));
                const inputs = product.variants.map(
                    ({ id }) => `{ id: "${id}", stockOnHand: 0, trackInventory: TRUE }`,
                );
                await change(`mutation { updateProductVariants(input: [${inputs.join(', ')}]) { id } }`);
            }
        });

        it('comes last what is out of stock, with a term and without, as long as a channel wants it', async () => {
            const before = { term: await search({ term: 'camera' }), list: await search({}) };
            expect([before.term, before.list].some(isSplit)).toBe(false);
            expect(await staff.settings()).toEqual({ inStockFirst: null, inStockFirstByDefault: false });

            await staff.putInStockFirst(true);
            const after = { term: await search({ term: 'camera' }), list: await search({}) };
            expect([after.term, after.list].map(isSplit)).toEqual([true, true]);
            expect(namesOf(after.list).sort()).toEqual(namesOf(before.list).sort());
            const pages = await Promise.all(
                Array.from({ length: 6 }, (_, page) => search({ take: 10, skip: page * 10 })),
            );
            expect(pages.flatMap(namesOf)).toEqual(namesOf(after.list));
            expect(namesOf(after.term).filter(name => name !== before.term.items[0]!.productName)).toEqual(
                namesOf(before.term).slice(1),
            );
            const sort = { price: 'ASC' };
            expect(isSplit(await search({ sort }))).toBe(false);

            await staff.putInStockFirst(null);
            expect(await search({ term: 'camera' })).toEqual(before.term);
            expect(await search({})).toEqual(before.list);
        });

        it('does not move what is pinned', async () => {
            await staff.putInStockFirst(true);
            const { id } = await staff.arrange('camera', { pinned: ['T_1'] });
            expect((await search({ term: 'camera' })).items[0]).toMatchObject({
                productId: 'T_1',
                inStock: false,
            });
            await staff.removeArrangement(id);
            await staff.putInStockFirst(false);
        });
    });

    describe('of another term', () => {
        it('costs a search nothing: the same one statement is asked', async () => {
            const asked = async (): Promise<unknown[]> => {
                const { rawConnection } = shop.server.app.get(TransactionalConnection);
                const { logger } = rawConnection;
                const statements: unknown[] = [];
                rawConnection.logger = Object.create(logger, {
                    logQuery: {
                        value: (text: string, values: unknown[]) => {
                            if (text.includes('efi_search')) {
                                statements.push({ text, values });
                            }
                        },
                    },
                }) as typeof logger;
                await search({ term: 'running shoe' });
                rawConnection.logger = logger;
                return statements;
            };
            const remember = async (term: string): Promise<void> => {
                // Until word of the last change has come round.
                await sleep(300);
                await search({ term });
            };
            await remember('basketball');
            const without = await asked();
            await staff.addSynonyms(['sneaker', 'trainer']);
            await staff.arrange('sneaker', { pinned: ['T_1'] });
            await remember('football');
            expect(await asked()).toEqual(without);
            expect(without).toHaveLength(1);
        });
    });

    it('is forgotten with all answers, in every process, when somebody else changes it', async () => {
        const told = async (): Promise<boolean> => (await search({ term: 'hovercraft' })).totalItems > 0;
        expect(await told()).toBe(false);
        await shop.sql(
            `INSERT INTO efi_search_synonym ("channelId", "languageCode", terms, meanings)
             VALUES (1, 'en', '{hovercraft}', '{laptop}')`,
        );
        await search({ term: 'hovercraft' });
        expect(await told()).toBe(false);
        await shop.sql(`SELECT pg_notify('efi_search_rules', 'changed')`);
        await expect.poll(told).toBe(true);
    });
});
