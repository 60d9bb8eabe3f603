import { parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { orderIntegrityShop, type Shopper } from './support/shop';

interface Arranged {
    readonly __typename: string;
    readonly id?: string;
    readonly state?: string;
    readonly errorCode?: string;
    readonly totalWithTax?: number;
}

const ADDRESS = { streetLine1: 'Ring 1', city: 'Wien', postalCode: '1010', countryCode: 'AT' };
const guest = (name: string) => ({
    firstName: 'Ada',
    lastName: 'King',
    emailAddress: `${name}@example.com`,
});

describe('arrangeEfiOrder', async () => {
    const shop = await orderIntegrityShop();
    beforeAll(async () => {
        await shop.start();
        await coupon('TEN');
    });
    afterAll(shop.stop);

    async function coupon(code: string) {
        await shop.adminClient.query(
            parse(`mutation ($code: String!) {
                createPromotion(input: {
                    enabled: true, couponCode: $code, conditions: [],
                    actions: [{ code: "order_percentage_discount", arguments: [{ name: "discount", value: "10" }] }],
                    translations: [{ languageCode: en, name: $code }]
                }) { __typename }
            }`),
            { code },
        );
    }

    const arrange = (shopper: Shopper, input: object) =>
        shopper
            .query<{ arrangeEfiOrder: Arranged }>(
                `mutation ($input: ArrangeEfiOrderInput!) {
                    arrangeEfiOrder(input: $input) {
                        __typename ... on Order { id state totalWithTax } ... on ErrorResult { errorCode }
                    }
                }`,
                { input },
            )
            .then(({ arrangeEfiOrder }) => arrangeEfiOrder);

    const kept = (shopper: Shopper) =>
        shopper.query<{ activeOrder: Record<string, unknown> }>(`{
            activeOrder {
                state couponCodes totalWithTax customer { emailAddress lastName }
                shippingAddress { streetLine1 country } billingAddress { company country }
                shippingLines { shippingMethod { id } priceWithTax }
            }
        }`);

    it('does what the five mutations of Vendure do, to the cent', async () => {
        const all = {
            customer: guest('one'),
            shippingAddress: ADDRESS,
            billingAddress: { ...ADDRESS, company: 'Engines' },
            shippingMethodIds: ['T_1'],
            couponCodes: ['ten'],
        };
        const atOnce = await shop.shopper().begin();
        await atOnce.add(2, 3);
        expect(await arrange(atOnce, all)).toMatchObject({ state: 'ArrangingPayment' });

        const inSteps = await shop.shopper().begin();
        await inSteps.add(2, 3);
        await inSteps.query(
            `mutation ($customer: CreateCustomerInput!, $shipping: CreateAddressInput!, $billing: CreateAddressInput!) {
                setCustomerForOrder(input: $customer) { __typename }
                setOrderShippingAddress(input: $shipping) { __typename }
                setOrderBillingAddress(input: $billing) { __typename }
                applyCouponCode(couponCode: "ten") { __typename }
                setOrderShippingMethod(shippingMethodId: ["T_1"]) { __typename }
                transitionOrderToState(state: "ArrangingPayment") { __typename }
            }`,
            { customer: all.customer, shipping: all.shippingAddress, billing: all.billingAddress },
        );
        const { activeOrder } = await kept(atOnce);
        expect(activeOrder).toEqual((await kept(inSteps)).activeOrder);
        expect(activeOrder).toMatchObject({
            couponCodes: ['TEN'],
            customer: { lastName: 'King' },
            billingAddress: { company: 'Engines', country: 'Austria' },
        });
        expect(await atOnce.pay()).toBe('PaymentSettled');
    });

    it('pays in the same request', async () => {
        const shopper = await shop.shopper().begin();
        const { addPaymentToOrder } = await shopper.query<{
            addPaymentToOrder: { state: string };
        }>(
            `mutation ($items: [AddItemInput!]!, $input: ArrangeEfiOrderInput!) {
                addItemsToOrder(inputs: $items) { errorResults { __typename } }
                arrangeEfiOrder(input: $input) { __typename }
                addPaymentToOrder(input: { method: "card", metadata: {} }) { ... on Order { state } }
            }`,
            {
                // With several mutations in a request, Vendure takes ids in variables as they are in the database.
                items: [{ productVariantId: '1', quantity: 2 }],
                input: { customer: guest('agent'), shippingAddress: ADDRESS, shippingMethodIds: ['1'] },
            },
        );
        expect(addPaymentToOrder.state).toBe('PaymentSettled');
    });

    it('is the same when it is asked for twice, and takes what is new', async () => {
        const shopper = await shop.shopper().begin();
        await shopper.add();
        const input = { customer: guest('twice'), shippingAddress: ADDRESS, shippingMethodIds: ['T_1'] };
        const first = await arrange(shopper, input);
        expect(await arrange(shopper, input)).toEqual(first);
        const both = await Promise.all([arrange(shopper, input), arrange(shopper, input)]);
        expect(both).toEqual([first, first]);
        const moved = { shippingAddress: { ...ADDRESS, streetLine1: 'Gasse 2' } };
        expect(await arrange(shopper, moved)).toEqual(first);
        expect((await kept(shopper)).activeOrder).toMatchObject({
            shippingAddress: { streetLine1: 'Gasse 2' },
        });
    });

    describe('keeps nothing of what it was given', () => {
        const whole = { shippingAddress: ADDRESS, billingAddress: ADDRESS, shippingMethodIds: ['T_1'] };
        it.each([
            ['a coupon that is not there', { couponCodes: ['TEN', 'NONE'] }, 'COUPON_CODE_INVALID_ERROR'],
            [
                'a way to deliver that is not there',
                { shippingMethodIds: ['T_99'] },
                'INELIGIBLE_SHIPPING_METHOD_ERROR',
            ],
            ['no way to deliver', { shippingMethodIds: null }, 'ORDER_STATE_TRANSITION_ERROR'],
        ])('with %s', async (_, change, errorCode) => {
            const shopper = await shop.shopper().begin();
            await shopper.add();
            const before = await kept(shopper);
            const email = `${errorCode.toLowerCase()}`;
            const answer = await arrange(shopper, { customer: guest(email), ...whole, ...change });
            expect(answer).toMatchObject({ errorCode });
            expect(await kept(shopper)).toEqual(before);
            expect(
                await shop.sql('SELECT id FROM customer WHERE "emailAddress" = $1', [`${email}@example.com`]),
            ).toEqual([]);
        });

        it('with a country that is not there', async () => {
            const shopper = await shop.shopper().begin();
            await shopper.add();
            const before = await kept(shopper);
            const elsewhere = { ...ADDRESS, countryCode: 'XX' };
            await expect(
                arrange(shopper, { customer: guest('xx'), shippingAddress: elsewhere }),
            ).rejects.toThrow();
            expect(await kept(shopper)).toEqual(before);
        });
    });

    it('refuses without a cart, with an empty one, and a guest’s name from who has signed in', async () => {
        const nobody = await shop.shopper().begin();
        expect(await arrange(nobody, {})).toMatchObject({ errorCode: 'NO_ACTIVE_ORDER_ERROR' });

        const empty = await shop.shopper().begin();
        await empty.add();
        await empty.query('mutation { removeAllOrderLines { __typename } }');
        expect(await arrange(empty, { customer: guest('empty') })).toMatchObject({
            errorCode: 'ORDER_STATE_TRANSITION_ERROR',
        });

        await shop.createCustomer('signed-in@example.com');
        const customer = await shop.shopper().signIn('signed-in@example.com');
        await customer.add();
        expect(await arrange(customer, { customer: guest('other') })).toMatchObject({
            errorCode: 'ALREADY_LOGGED_IN_ERROR',
        });
        expect(
            await arrange(customer, { shippingAddress: ADDRESS, shippingMethodIds: ['T_1'] }),
        ).toMatchObject({ state: 'ArrangingPayment' });
    });

    it('takes no more coupons than it can look up', async () => {
        const shopper = await shop.shopper().begin();
        await shopper.add();
        const couponCodes = Array.from({ length: 11 }, (_, i) => `C${i}`);
        await expect(arrange(shopper, { couponCodes })).rejects.toThrow('At most 10 coupon codes');
    });
});
