import { parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
    type ListAnswer,
    recommendations,
    recommendingShop,
    tradeForAYear,
} from './support/recommending-shop';

describe('recommendations', async () => {
    const shop = await recommendingShop();
    const { shopClient, productId } = shop;

    const ask = async (input: Record<string, unknown>) => {
        const { efiRecommendations } = await shopClient.query<ListAnswer>(recommendations, { input });
        return efiRecommendations;
    };
    const names = ({ items }: Awaited<ReturnType<typeof ask>>) =>
        items.map(({ product }) => product.productName);

    beforeAll(async () => {
        await shop.start();
        await tradeForAYear(shop);
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

    it('go with what is in the cart', async () => {
        const [variant] = await shop.sql<{ id: number }>(
            'SELECT id FROM product_variant WHERE "productId" = $1',
            [productId(5)],
        );
        await shopClient.query(
            parse(
                'mutation ($id: ID!) { addItemToOrder(productVariantId: $id, quantity: 1) { __typename } }',
            ),
            { id: `T_${variant?.id}` },
        );
        const list = await ask({ placement: 'COMPLETE_THE_CART', take: 4 });
        expect(list.items[0]?.product.productName).toBe('P6');
        expect(names(list)).not.toContain('P5');
    });
});
