import { ExpireUnpaidOrders } from '../src/application/expire-unpaid-orders';
import { checkoutContracts } from '@efi/plugin-kit';
import { TransactionalConnection } from '@vendure/core';
import { parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { orderIntegrityShop, type Shopper } from './support/shop';

const FULL_PRICE = 1800;
const DISCOUNTED = 1200;

/** For a test with 30 checkouts on a busy machine. */
const MANY = { timeout: 120_000 };

describe('a promotion with a usage limit', async () => {
    const shop = await orderIntegrityShop();
    beforeAll(shop.start);
    afterAll(shop.stop);

    let count = 0;

    /** Half off, for as many orders as the limits allow. Without a coupon it applies by itself. */
    const createPromotion = async (limits: {
        couponCode?: string;
        usageLimit?: number;
        perCustomerUsageLimit?: number;
    }) => {
        const { createPromotion: promotion } = await shop.adminClient.query<{
            createPromotion: { id: string };
        }>(
            parse(
                `mutation ($input: CreatePromotionInput!) { createPromotion(input: $input) { ... on Promotion { id } } }`,
            ),
            {
                input: {
                    enabled: true,
                    ...limits,
                    translations: [{ languageCode: 'en', name: 'Early bird', description: '' }],
                    conditions: [
                        {
                            code: 'minimum_order_amount',
                            arguments: [
                                { name: 'amount', value: '0' },
                                { name: 'taxInclusive', value: 'false' },
                            ],
                        },
                    ],
                    actions: [
                        {
                            code: 'order_percentage_discount',
                            arguments: [{ name: 'discount', value: '50' }],
                        },
                    ],
                },
            },
        );
        return promotion.id;
    };
    const deletePromotion = (id: string) =>
        shop.adminClient.query(parse('mutation ($id: ID!) { deletePromotion(id: $id) { result } }'), { id });
    const newShopper = () => shop.shopper().fillCart(`guest-${++count}@example.com`);
    const newShoppers = (n: number) => Promise.all(Array.from({ length: n }, newShopper));
    const toPayment = (shoppers: Shopper[]) =>
        Promise.all(shoppers.map(shopper => shopper.transition('ArrangingPayment')));
    const placedWith = async (promotionId: string) =>
        (
            await shop.sql<{ count: number }>(
                `SELECT count(*)::int FROM order_promotions_promotion op JOIN "order" o ON o.id = op."orderId"
                  WHERE op."promotionId" = $1 AND NOT o.active`,
                [promotionId.replace('T_', '')],
            )
        )[0]?.count;
    const orderIdOf = async (shopper: Shopper) => (await shopper.order()).id.replace('T_', '');
    /** As if nothing had happened to the order for an hour. */
    const age = async (orderId: string) => {
        await shop.sql('DELETE FROM efi_stock_reservation WHERE "orderId" = $1', [orderId]);
        await shop.sql(`UPDATE "order" SET "updatedAt" = now() - interval '1 hour' WHERE id = $1`, [orderId]);
        await shop.sql(
            `UPDATE history_entry SET "createdAt" = now() - interval '1 hour' WHERE "orderId" = $1`,
            [orderId],
        );
    };
    const expire = () => shop.server.app.get(ExpireUnpaidOrders).run();

    it('of 10, by a coupon, is used by exactly 10 of 30 orders that are paid at once', MANY, async () => {
        const promotion = await createPromotion({ couponCode: 'TEN', usageLimit: 10 });
        const shoppers = await newShoppers(30);
        await Promise.all(shoppers.map(shopper => shopper.applyCoupon('TEN')));
        const refusals = await toPayment(shoppers);
        expect(refusals.filter(refusal => refusal === undefined)).toHaveLength(10);
        expect(new Set(refusals)).toContain(
            'Used up in the meantime and taken off the order: TEN. Please check the new total.',
        );

        // Those who were told go on at the full price.
        const late = shoppers.filter((_, i) => refusals[i] !== undefined);
        expect(await late[0]?.order()).toMatchObject({ couponCodes: [], totalWithTax: FULL_PRICE });
        await toPayment(late);
        await Promise.all(shoppers.map(shopper => shopper.pay()));
        expect(await placedWith(promotion)).toBe(10);
    });

    it(
        'of 10, that applies by itself, is used by exactly 10 of 30 orders that are paid at once',
        MANY,
        async () => {
            const promotion = await createPromotion({ usageLimit: 10 });
            const shoppers = await newShoppers(30);
            expect(await shoppers[29]?.order()).toMatchObject({ totalWithTax: DISCOUNTED });
            const refusals = await toPayment(shoppers);
            expect(refusals.filter(refusal => refusal === undefined)).toHaveLength(10);
            expect(new Set(refusals)).toContain(
                'Used up in the meantime and taken off the order: Early bird. Please check the new total.',
            );
            await toPayment(shoppers.filter((_, i) => refusals[i] !== undefined));
            await Promise.all(shoppers.map(shopper => shopper.pay()));
            expect(await placedWith(promotion)).toBe(10);
            await deletePromotion(promotion);
        },
    );

    it('of one per customer is used once by a customer who pays in three sessions at once', async () => {
        await createPromotion({ couponCode: 'ONCE', perCustomerUsageLimit: 1 });
        const sessions: Shopper[] = [];
        while (sessions.length < 3) {
            sessions.push(await shop.shopper().fillCart('same-customer@example.com'));
        }
        await Promise.all(sessions.map(session => session.applyCoupon('ONCE')));
        const refusals = await toPayment(sessions);
        expect(refusals.filter(refusal => refusal === undefined)).toHaveLength(1);
    });

    it('tells the shopper in the language of the request', async () => {
        await createPromotion({ couponCode: 'EINS', usageLimit: 1 });
        const [first, second] = (await newShoppers(2)) as [Shopper, Shopper];
        await Promise.all([first, second].map(shopper => shopper.applyCoupon('EINS')));
        expect(await first.transition('ArrangingPayment')).toBeUndefined();
        second.language = 'de';
        expect(await second.transition('ArrangingPayment')).toBe(
            'Inzwischen aufgebraucht und aus der Bestellung entfernt: EINS. Bitte die neue Summe prüfen.',
        );
    });

    it('stays with an order that is changed after it was placed', async () => {
        const promotion = await createPromotion({ usageLimit: 1 });
        const shopper = await newShopper();
        const { id } = await shopper.order();
        await toPayment([shopper]);
        expect(await shopper.pay()).toBe('PaymentSettled');
        await shop.adminClient.query(
            parse(
                'mutation ($id: ID!) { transitionOrderToState(id: $id, state: "Modifying") { __typename } }',
            ),
            { id },
        );
        const { modifyOrder } = await shop.adminClient.query<{ modifyOrder: { totalWithTax: number } }>(
            parse(`mutation ($id: ID!) { modifyOrder(input: { dryRun: true, orderId: $id,
                updateShippingAddress: { countryCode: "AT", city: "Graz" } }) { ... on Order { totalWithTax } } }`),
            { id },
        );
        expect(modifyOrder).toEqual({ totalWithTax: DISCOUNTED });
        await deletePromotion(promotion);
    });

    describe('held by an order that was left in payment', () => {
        let promotion: string;
        let first: Shopper;
        let second: Shopper;
        beforeAll(async () => {
            promotion = await createPromotion({ couponCode: 'LAST', usageLimit: 1 });
            [first, second] = (await newShoppers(2)) as [Shopper, Shopper];
            await first.applyCoupon('LAST');
            // Its time begins when it comes to payment, however old the cart is.
            await age(await orderIdOf(first));
            expect(await first.transition('ArrangingPayment')).toBeUndefined();
        });
        afterAll(() => deletePromotion(promotion));

        it('is kept for it while its time runs', async () => {
            await expire();
            expect(await first.order()).toMatchObject({ state: 'ArrangingPayment' });
            expect(await second.applyCoupon('LAST')).toBe('CouponCodeLimitError');
        });

        it('is kept for it while a payment is under way', async () => {
            await age(await orderIdOf(first));
            let isPaying = true;
            const { rawConnection } = shop.server.app.get(TransactionalConnection);
            checkoutContracts(rawConnection).addPaymentInProgressCheck(() => Promise.resolve(isPaying));
            await expire();
            expect(await first.order()).toMatchObject({ state: 'ArrangingPayment' });
            isPaying = false;
        });

        it('is given back when its time is over, and the order is a cart again', async () => {
            await age(await orderIdOf(first));
            await Promise.all([expire(), expire()]);
            expect(await first.order()).toMatchObject({ state: 'AddingItems', couponCodes: ['LAST'] });
            expect(await second.applyCoupon('LAST')).toBe('Order');
            expect(await second.transition('ArrangingPayment')).toBeUndefined();
            expect(await first.transition('ArrangingPayment')).toContain('LAST');
        });
    });

    it('stays with an order that an administrator made and that waits for its payment', async () => {
        const admin = shop.adminClient;
        const draft = await admin.query<{ createDraftOrder: { id: string } }>(
            parse('mutation { createDraftOrder { id } }'),
        );
        const { id } = draft.createDraftOrder;
        await admin.query(
            parse(`mutation ($id: ID!) {
                addItemToDraftOrder(orderId: $id, input: { productVariantId: "T_1", quantity: 1 }) { __typename }
                setCustomerForDraftOrder(orderId: $id, customerId: "T_1") { __typename }
                setDraftOrderShippingMethod(orderId: $id, shippingMethodId: "T_1") { __typename }
                transitionOrderToState(id: $id, state: "ArrangingPayment") { __typename }
            }`),
            { id },
        );
        const orderId = id.replace('T_', '');
        await age(orderId);
        await expire();
        expect(await shop.sql('SELECT state FROM "order" WHERE id = $1', [orderId])).toEqual([
            { state: 'ArrangingPayment' },
        ]);
    });
});
