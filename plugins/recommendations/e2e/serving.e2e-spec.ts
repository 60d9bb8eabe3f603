import { setConsentCheck, requestConsent } from '@efi/plugin-kit';
import { TransactionalConnection } from '@vendure/core';
import { parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { Catalogue } from '../src/application/ports/catalogue.port';
import { LoadedModels } from '../src/infrastructure/loaded-models';
import { names, recommendingShop, tradeForAYear } from './support/recommending-shop';

const HAYDEN = 'hayden.zieme12@hotmail.com';

describe('recommendations', async () => {
    const shop = await recommendingShop();
    const { adminClient, shopClient, productId, ask, sql } = shop;

    beforeAll(async () => {
        await shop.start();
        await tradeForAYear(shop);
        await shop.order([1], 20, 1);
        expect(await shop.train()).toMatchObject({ trained: true, promoted: true });
    }, 180_000);
    afterAll(() => shop.stop());

    it('show what is bought in one basket, and why', async () => {
        const list = await ask({ placement: 'BOUGHT_TOGETHER', productId: `T_${productId(3)}`, take: 3 });
        expect(list.items[0]).toMatchObject({
            rank: 1,
            reason: { code: 'BOUGHT_TOGETHER', productId: `T_${productId(3)}`, productName: 'P3' },
            product: {
                productName: 'P4',
                slug: 'p4',
                inStock: true,
                currencyCode: 'USD',
                price: { min: 1300, max: 1300 },
                priceWithTax: { min: 1560, max: 1560 },
            },
        });
        expect(names(list)).not.toContain('P3');
    });

    it('go with what is in the cart, and leave that out', async () => {
        const client = shop.newShopClient();
        await shop.addToCart(5, client);
        const list = await ask({ placement: 'COMPLETE_THE_CART', take: 4 }, '', client);
        expect(list.items[0]).toMatchObject({
            product: { productName: 'P6' },
            reason: { code: 'IN_YOUR_CART', productName: 'P5' },
        });
        expect(names(list)).not.toContain('P5');
    });

    it('show what sells to those who say nothing', async () => {
        const list = await ask({ placement: 'FOR_YOU', take: 5 });
        expect(list.personal).toBe(false);
        expect(list.items.map(({ reason }) => reason.code)).toEqual(Array(5).fill('POPULAR'));
    });

    it('stay within a price band and leave out what a guest has hidden', async () => {
        const input = { placement: 'TRENDING', take: 24, minPrice: 1100, maxPrice: 1400 };
        expect(names(await ask(input)).sort()).toEqual(['P2', 'P3', 'P4', 'P5']);
        const exclude = [`T_${productId(4)}`];
        expect(names(await ask({ ...input, exclude })).sort()).toEqual(['P2', 'P3', 'P5']);
    });

    it.each([
        [{ placement: 'SIMILAR' }, 'needs a productId'],
        [{ placement: 'AFTER_PURCHASE' }, 'needs an orderCode'],
        [{ placement: 'TRENDING', take: 25 }, 'take must be from 1 to 24'],
        [{ placement: 'TRENDING', exclude: Array(101).fill('T_1') }, 'exclude may name 100 products'],
        [{ placement: 'EMAIL' }, 'for mails'],
    ])('refuse %o', async (input, message) => {
        await expect(ask(input)).rejects.toThrow(message);
    });

    it("show nobody what goes with another's order", async () => {
        const [{ code } = { code: '' }] = await sql<{ code: string }>(
            'SELECT code FROM "order" WHERE "customerId" = 1 LIMIT 1',
        );
        const list = await ask({ placement: 'AFTER_PURCHASE', orderCode: code });
        expect(list.items.every(({ reason }) => reason.code === 'POPULAR')).toBe(true);
    });

    it('are what sells when the model is in trouble, and empty when the catalogue is, but never an error', async () => {
        const input = { placement: 'BOUGHT_TOGETHER', productId: `T_${productId(3)}`, take: 3 };
        const model = vi.spyOn(shop.server.app.get(LoadedModels), 'inPlace').mockImplementation(() => {
            throw new Error('The model is damaged.');
        });
        const popular = await ask(input);
        expect(popular.items.map(({ reason }) => reason.code)).toEqual(Array(3).fill('POPULAR'));
        const catalogue = vi
            .spyOn(shop.server.app.get<Catalogue>(Catalogue), 'available')
            .mockRejectedValue(new Error('The database is away.'));
        expect(await ask(input)).toEqual({ recommendationId: '', personal: false, items: [] });
        model.mockRestore();
        expect((await ask(input)).items).toEqual([]);
        catalogue.mockRestore();
        expect((await ask(input)).items[0]?.reason.code).toBe('BOUGHT_TOGETHER');
    });

    describe('for a customer', () => {
        beforeAll(() => shopClient.asUserWithCredentials(HAYDEN, 'test'));

        it('come from what they bought when they agree, and leave out what they own', async () => {
            const list = await ask({ placement: 'FOR_YOU', take: 5 }, 'personalisation');
            expect(list.personal).toBe(true);
            expect(list.items[0]).toMatchObject({
                product: { productName: 'P2' },
                reason: { code: 'BECAUSE_YOU_BOUGHT', productName: 'P1' },
            });
            expect(names(list)).not.toContain('P1');
        });

        it.each(['', 'analytics marketing'])(
            'use nothing of theirs when they agree to "%s"',
            async consent => {
                const list = await ask({ placement: 'FOR_YOU', take: 5 }, consent);
                expect(list.personal).toBe(false);
                expect(list.items.every(({ reason }) => reason.productName === null)).toBe(true);
            },
        );

        it('never show again what they hid, until they take it back', async () => {
            const input = { placement: 'FOR_YOU', take: 24 };
            const change = (mutation: string) =>
                shopClient.query<Record<string, unknown>>(
                    parse(
                        `mutation { ${mutation}(productId: "T_${productId(2)}") { hidden { productName } } }`,
                    ),
                );
            expect(await change('hideEfiRecommendation')).toEqual({
                hideEfiRecommendation: { hidden: [{ productName: 'P2' }] },
            });
            expect(names(await ask(input, 'personalisation'))).not.toContain('P2');
            await change('showEfiRecommendation');
            expect(names(await ask(input, 'personalisation'))).toContain('P2');
        });

        it('leave out what they hid without any consent too', async () => {
            const change = (mutation: string) =>
                shopClient.query(
                    parse(`mutation { ${mutation}(productId: "T_${productId(2)}") { personal } }`),
                );
            await change('hideEfiRecommendation');
            expect(names(await ask({ placement: 'TRENDING', take: 24 }))).not.toContain('P2');
            await change('showEfiRecommendation');
            expect(names(await ask({ placement: 'TRENDING', take: 24 }))).toContain('P2');
        });

        it('are not personal while they are switched off, whatever the consent says', async () => {
            const set = (enabled: boolean) =>
                shopClient.query(
                    parse(`mutation { setEfiPersonalRecommendations(enabled: ${enabled}) { personal } }`),
                );
            await set(false);
            expect((await ask({ placement: 'FOR_YOU' }, 'personalisation')).personal).toBe(false);
            expect(
                await shopClient.query(
                    parse('{ efiRecommendationPreferences { personal hidden { productId } } }'),
                ),
            ).toEqual({ efiRecommendationPreferences: { personal: false, hidden: [] } });
            await set(true);
            expect((await ask({ placement: 'FOR_YOU' }, 'personalisation')).personal).toBe(true);
        });
    });

    it("keep nobody's choices but a customer's", async () => {
        const guest = shop.newShopClient();
        await expect(guest.query(parse('{ efiRecommendationPreferences { personal } }'))).rejects.toThrow(
            'not currently authorized',
        );
    });

    it('link orders of one person for training only with consent on record', async () => {
        const dataSource = shop.server.app.get(TransactionalConnection).rawConnection;
        const peopleOf = async () => {
            await shop.train();
            const { efiRecommendationModels: models } = await adminClient.query<{
                efiRecommendationModels: Array<{ people: number }>;
            }>(parse('{ efiRecommendationModels(take: 1) { people } }'));
            return models[0]?.people;
        };
        expect(await peopleOf()).toBe(0);
        setConsentCheck(dataSource, {
            has: (ctx, purpose) => Promise.resolve(requestConsent(ctx).has(purpose)),
            consenting: ids => Promise.resolve(new Set(ids)),
        });
        expect(await peopleOf()).toBe(1);
    });
});
