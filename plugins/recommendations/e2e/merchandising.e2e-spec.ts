import { setVariantCosts } from '@efi/plugin-kit';
import { TransactionalConnection } from '@vendure/core';
import { parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { StoredRuleBook } from '../src/infrastructure/stored-rule-book';
import { names, recommendingShop, tradeForAYear } from './support/recommending-shop';

const create = parse(`mutation ($input: EfiRecommendationRuleInput!) {
    createEfiRecommendationRule(input: $input) { id targetName enabled amount }
}`);

describe('merchandisers', async () => {
    const shop = await recommendingShop();
    const { adminClient, ask, productId } = shop;

    beforeAll(async () => {
        await shop.start();
        await tradeForAYear(shop);
        await shop.train();
        await shop.train();
    }, 180_000);
    afterAll(() => shop.stop());

    const rule = async (action: string, number: number, extra: object = {}) => {
        const input = { action, target: 'PRODUCT', targetId: `T_${productId(number)}`, ...extra };
        const { createEfiRecommendationRule: created } = await adminClient.query<{
            createEfiRecommendationRule: { id: string; targetName: string };
        }>(create, { input });
        shop.server.app.get(StoredRuleBook).forget();
        return created;
    };
    const remove = async ({ id }: { id: string }) => {
        await adminClient.query(parse('mutation ($id: ID!) { deleteEfiRecommendationRule(id: $id) }'), {
            id,
        });
    };
    const dataSource = () => shop.server.app.get(TransactionalConnection).rawConnection;
    const trending = async () => names(await ask({ placement: 'TRENDING', take: 4 }));

    it('pin, bury and leave out what they want, at once and until they take it back', async () => {
        const [first = '', second = ''] = await trending();
        const number = (name: string) => Number(name.slice(1));
        const rules = [
            await rule('PIN', 12, { amount: 2 }),
            await rule('EXCLUDE', number(first)),
            await rule('BURY', number(second)),
        ];
        expect(rules[0]).toMatchObject({ targetName: 'P12' });
        const shown = await trending();
        expect(shown[1]).toBe('P12');
        expect(shown).not.toContain(first);
        expect(shown).not.toContain(second);
        for (const one of rules) {
            await remove(one);
        }
        expect((await trending()).slice(0, 2)).toEqual([first, second]);
    });

    it('boost at one placement and not at the others', async () => {
        const before = await trending();
        const boosted = await rule('BOOST', 16, { amount: 10, placement: 'SIMILAR' });
        expect(await trending()).toEqual(before);
        await remove(boosted);
    });

    it('leave out all that has a facet value, or is in a collection', async () => {
        const [first = '', second = '', third = ''] = await trending();
        const idOf = (name: string) => productId(Number(name.slice(1)));
        const facetValue = await withFacetValue(idOf(first));
        const collection = await withCollection(idOf(second));
        const rules = [
            await rule('EXCLUDE', 0, { target: 'FACET_VALUE', targetId: `T_${facetValue}` }),
            await rule('EXCLUDE', 0, { target: 'COLLECTION', targetId: collection }),
        ];
        const shown = await trending();
        expect(shown[0]).toBe(third);
        expect(shown).not.toContain(first);
        expect(shown).not.toContain(second);
        for (const one of rules) {
            await remove(one);
        }
        expect(await trending()).toEqual(expect.arrayContaining([first, second]));
    });

    const withFacetValue = async (product: number): Promise<number> => {
        const { createFacet } = await adminClient.query<{ createFacet: { values: [{ id: string }] } }>(
            parse(`mutation { createFacet(input: { code: "room", isPrivate: false,
                translations: [{ languageCode: en, name: "Room" }],
                values: [{ code: "bath", translations: [{ languageCode: en, name: "Bath" }] }] }) {
                    values { id } } }`),
        );
        const id = Number(createFacet.values[0].id.slice(2));
        await shop.sql(
            'INSERT INTO product_facet_values_facet_value ("productId", "facetValueId") VALUES ($1, $2)',
            [product, id],
        );
        return id;
    };
    /** By a filter, as a shop does: Vendure's job empties a collection without one, whenever its turn comes. */
    const withCollection = async (product: number): Promise<string> => {
        const { createCollection: collection } = await adminClient.query<{
            createCollection: { id: string };
        }>(
            parse(`mutation ($filters: [ConfigurableOperationInput!]!) {
                createCollection(input: { filters: $filters,
                    translations: [{ languageCode: en, name: "Bath", slug: "bath", description: "" }] }) { id } }`),
            {
                filters: [
                    {
                        code: 'product-id-filter',
                        arguments: [
                            { name: 'productIds', value: JSON.stringify([`T_${product}`]) },
                            { name: 'combineWithAnd', value: 'true' },
                        ],
                    },
                ],
            },
        );
        await expect
            .poll(() =>
                shop.sql(
                    'SELECT 1 FROM collection_product_variants_product_variant WHERE "collectionId" = $1',
                    [Number(collection.id.slice(2))],
                ),
            )
            .toHaveLength(1);
        return collection.id;
    };

    it.each([
        [{ action: 'PIN', target: 'COLLECTION', amount: 1 }, 'Only a product can be pinned'],
        [{ action: 'PIN', target: 'PRODUCT', amount: 25 }, 'whole number from 1 to 24'],
        [{ action: 'BOOST', target: 'PRODUCT', amount: 1 }, 'above 1 and at most 10'],
        [{ action: 'EXCLUDE', target: 'EVERYTHING' }, 'name what the rule is about'],
        [{ action: 'BURY', target: 'PRODUCT', targetId: null }, 'Name the product'],
        [{ action: 'DIVERSIFY', target: 'EVERYTHING', amount: 0 }, 'most of one category'],
        [
            {
                action: 'BURY',
                target: 'PRODUCT',
                startsAt: '2026-02-01T00:00:00Z',
                endsAt: '2026-01-01T00:00:00Z',
            },
            'must end after it starts',
        ],
    ])('are told what is wrong with %o', async (input, message) => {
        await expect(adminClient.query(create, { input: { targetId: 'T_1', ...input } })).rejects.toThrow(
            message,
        );
    });

    it('raise by margin where the cost is known, and see where it is not', async () => {
        const [first = '', second = '', third = ''] = await trending();
        const variants = await shop.sql<{ id: number; name: string; price: number }>(
            `SELECT v.id, t.name, p.price FROM product_variant v
               JOIN product_variant_translation t ON t."baseId" = v.id
               JOIN product_variant_price p ON p."variantId" = v.id`,
        );
        const idOf = (name: string) => variants.find(variant => variant.name === name)?.id ?? 0;
        setVariantCosts(dataSource(), {
            // The third costs nothing, the first all that it brings in; of the second nothing is known.
            costsOf: (_, ids) =>
                Promise.resolve(
                    new Map(
                        variants
                            .filter(({ id, name }) => ids.includes(id) && (name === first || name === third))
                            .map(({ id, name, price }) => [id, name === first ? price : 0]),
                    ),
                ),
        });
        expect(idOf(second)).toBeGreaterThan(0);
        const byMargin = await rule('MARGIN', 1, {
            target: 'EVERYTHING',
            targetId: undefined,
            amount: 10,
            placement: 'TRENDING',
        });
        const { efiRecommendationPreview: list } = await adminClient.query<{
            efiRecommendationPreview: {
                impersonal: string;
                items: Array<{
                    modelRank: number;
                    isCostMissing: boolean;
                    ruleIds: string[];
                    product: { productName: string };
                }>;
            };
        }>(
            parse(`{ efiRecommendationPreview(input: { placement: TRENDING, take: 3 }) {
                impersonal items { modelRank isCostMissing ruleIds product { productName } }
            } }`),
        );
        await remove(byMargin);
        setVariantCosts(dataSource(), { costsOf: () => Promise.resolve(new Map()) });
        const ruleIds = [byMargin.id];
        expect(list).toEqual({
            impersonal: 'NOT_PERSONAL',
            items: [
                { modelRank: 3, isCostMissing: false, ruleIds, product: { productName: third } },
                { modelRank: 1, isCostMissing: false, ruleIds, product: { productName: first } },
                { modelRank: 2, isCostMissing: true, ruleIds, product: { productName: second } },
            ],
        });
        expect(await trending()).toEqual(expect.arrayContaining([first, second, third]));
    });

    it('ask for a training, and take it back', async () => {
        const ask = async () => {
            const answer = await adminClient.query<{
                efiRecommendationTraining: { id: string; state: string } | null;
            }>(parse('{ efiRecommendationTraining { id state } }'));
            return answer.efiRecommendationTraining;
        };
        expect(await ask()).toBeNull();
        const cancel = parse('mutation { cancelEfiRecommendationTraining { id state } }');
        await expect(adminClient.query(cancel)).rejects.toThrow('No training runs');
        const { trainEfiRecommendations: job } = await adminClient.query<{
            trainEfiRecommendations: { id: string };
        }>(parse('mutation { trainEfiRecommendations { id } }'));
        expect(await ask()).toMatchObject({ id: job.id });
        expect(await adminClient.query(cancel)).toEqual({
            cancelEfiRecommendationTraining: { id: job.id, state: 'CANCELLED' },
        });
        expect(await ask()).toEqual({ id: job.id, state: 'CANCELLED' });
    });

    it('put an older model in place by hand, with a reason', async () => {
        const models = async () => {
            const answer = await adminClient.query<{
                efiRecommendationModels: Array<{
                    id: string;
                    state: string;
                    reason: string;
                    decidedBy: string;
                }>;
            }>(
                parse(
                    '{ efiRecommendationModels { id state reason decidedBy isKept scores { name ndcg } } }',
                ),
            );
            return answer.efiRecommendationModels;
        };
        const [latest, older] = await models();
        expect([latest?.state, older?.state]).toEqual(['IN_PLACE', 'RETIRED']);
        const promote = parse(`mutation ($id: ID!, $reason: String!) {
            promoteEfiRecommendationModel(id: $id, reason: $reason) { state }
        }`);
        await expect(adminClient.query(promote, { id: older?.id, reason: ' ' })).rejects.toThrow('reason');
        await adminClient.query(promote, { id: older?.id, reason: 'The newer one shows toys to adults.' });
        expect(await models()).toMatchObject([
            { id: latest?.id, state: 'RETIRED' },
            {
                id: older?.id,
                state: 'IN_PLACE',
                decidedBy: 'superadmin',
                reason: 'The newer one shows toys to adults.',
            },
        ]);
        await expect(adminClient.query(promote, { id: older?.id, reason: 'again' })).rejects.toThrow(
            'in place already',
        );
    });

    it('see what a customer would see', async () => {
        const { efiRecommendationPreview: list } = await adminClient.query<{
            efiRecommendationPreview: { personal: boolean; items: unknown[] };
        }>(
            parse(`{ efiRecommendationPreview(input: { placement: FOR_YOU, customerId: "T_1", take: 3 }) {
                personal items { reason { code } product { productName } }
            } }`),
        );
        // Nobody's consent is on record here.
        expect(list).toMatchObject({ personal: false, items: [{}, {}, {}] });
    });

    it('need the permission', async () => {
        await adminClient.asAnonymousUser();
        await expect(adminClient.query(parse('{ efiRecommendationRules { id } }'))).rejects.toThrow(
            'not currently authorized',
        );
    });
});
