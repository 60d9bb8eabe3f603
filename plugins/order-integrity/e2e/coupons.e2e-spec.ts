import { parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { orderIntegrityShop, type Shopper } from './support/shop';

const DAY = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * DAY).toISOString();

interface Rule {
    readonly code: string;
    readonly arguments: ReadonlyArray<{ readonly name: string; readonly value: string }>;
}

const from = (amount: number, taxInclusive = 'true'): Rule => ({
    code: 'minimum_order_amount',
    arguments: [
        { name: 'amount', value: String(amount) },
        { name: 'taxInclusive', value: taxInclusive },
    ],
});

describe('a coupon of an order', async () => {
    const shop = await orderIntegrityShop();
    let shopper: Shopper;
    let count = 0;

    beforeAll(shop.start);
    afterAll(shop.stop);

    /** Half off. @returns Its code, once the cart, of one piece at 12.00 with tax, has it. */
    async function applied(promotion: object, conditions: readonly Rule[] = []): Promise<string> {
        const couponCode = `CODE${++count}`;
        await shop.adminClient.query(
            parse(
                `mutation ($input: CreatePromotionInput!) { createPromotion(input: $input) { ... on Promotion { id } } }`,
            ),
            {
                input: {
                    ...{ enabled: true, couponCode, conditions, ...promotion },
                    translations: [{ languageCode: 'en', name: couponCode, description: '' }],
                    actions: [
                        {
                            code: 'order_percentage_discount',
                            arguments: [{ name: 'discount', value: '50' }],
                        },
                    ],
                },
            },
        );
        shopper = await shop.shopper().fillCart();
        expect(await shopper.applyCoupon(couponCode)).toBe('Order');
        return couponCode;
    }

    const coupons = async () => {
        const { activeOrder } = await shopper.query<{ activeOrder: { efiCoupons: object[] } }>(
            '{ activeOrder { efiCoupons { code state startsAt amountFrom amountMissing amountWithTax } } }',
        );
        return activeOrder.efiCoupons;
    };
    const nothing = { startsAt: null, amountFrom: null, amountMissing: null, amountWithTax: null };

    it('applies, however it was written', async () => {
        const code = await applied({});
        shopper = await shop.shopper().fillCart();
        await shopper.applyCoupon(code.toLowerCase());
        expect(await coupons()).toEqual([expect.objectContaining({ ...nothing, state: 'APPLIED' })]);
    });

    it('begins later', async () => {
        const code = await applied({ startsAt: inDays(2) });
        const [coupon] = await coupons();
        expect(coupon).toMatchObject({ code, state: 'NOT_YET' });
        expect((coupon as { startsAt: string }).startsAt).toMatch(/^\d{4}-/);
    });

    it('applies from an amount on, and says what is missing until that is there', async () => {
        const code = await applied({}, [from(5000)]);
        expect(await coupons()).toEqual([
            {
                ...{ code, state: 'AMOUNT', startsAt: null },
                ...{ amountFrom: 5000, amountMissing: 3800, amountWithTax: true },
            },
        ]);
        await shopper.add(1, 4);
        expect(await coupons()).toEqual([{ ...nothing, code, state: 'APPLIED' }]);
    });

    it('counts an amount without tax where the merchant does', async () => {
        await applied({}, [from(5000, 'false')]);
        expect(await coupons()).toMatchObject([{ amountMissing: 4000, amountWithTax: false }]);
    });

    it('is for certain products, or for certain customers', async () => {
        await applied({}, [
            {
                code: 'contains_products',
                arguments: [
                    { name: 'minimum', value: '1' },
                    { name: 'productVariantIds', value: '["2"]' },
                ],
            },
        ]);
        expect(await coupons()).toMatchObject([{ ...nothing, state: 'PRODUCTS' }]);
        await applied({}, [
            { code: 'customer_group', arguments: [{ name: 'customerGroupId', value: '99' }] },
        ]);
        expect(await coupons()).toMatchObject([{ ...nothing, state: 'CUSTOMERS' }]);
    });

    it('has ended when the merchant has switched it off meanwhile', async () => {
        const code = await applied({}, [from(5000)]);
        await shop.sql('UPDATE promotion SET enabled = false WHERE "couponCode" = $1', [code]);
        expect(await coupons()).toMatchObject([{ ...nothing, code, state: 'ENDED' }]);
    });

    it('is none for a cart without codes', async () => {
        shopper = await shop.shopper().fillCart();
        expect(await coupons()).toEqual([]);
    });
});
