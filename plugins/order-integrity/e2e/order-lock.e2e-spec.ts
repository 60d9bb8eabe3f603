import { parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { adminMutations } from './support/admin-mutations';
import { whileOrderIsLocked } from './support/lock-probe';
import { otherAdminMutations, otherShopMutations } from './support/other-mutations';
import { orderIntegrityShop } from './support/shop';
import { shopMutations } from './support/shop-mutations';

/** One by one: ids of several inputs in one document are not told apart. */
const SET_UP = [
    `createPromotion(input: { enabled: true, couponCode: "SAVE", conditions: [],
        translations: [{ languageCode: en, name: "Save", description: "" }],
        actions: [{ code: "order_percentage_discount", arguments: [{ name: "discount", value: "10" }] }] }) { __typename }`,
    `createPaymentMethod(input: { code: "invoice", enabled: true,
        translations: [{ languageCode: en, name: "Invoice", description: "" }],
        handler: { code: "dummy-payment-handler", arguments: [{ name: "automaticSettle", value: "false" }] } }) { id }`,
    `createChannel(input: { code: "second-market", token: "second-market", defaultLanguageCode: en,
        pricesIncludeTax: false, defaultCurrencyCode: USD, defaultTaxZoneId: "T_1", defaultShippingZoneId: "T_1",
        sellerId: "T_1" }) { __typename }`,
    'assignShippingMethodsToChannel(input: { shippingMethodIds: ["T_1"], channelId: "T_2" }) { id }',
    'assignProductsToChannel(input: { productIds: ["T_1"], channelId: "T_2" }) { id }',
];

const MUTATIONS = parse('{ __schema { mutationType { fields { name } } } }');

interface Mutations {
    readonly __schema: { readonly mutationType: { readonly fields: readonly { readonly name: string }[] } };
}

const namesOf = ({ __schema }: Mutations) => __schema.mutationType.fields.map(({ name }) => name).sort();

describe('the lock of an order', async () => {
    const shop = await orderIntegrityShop({
        customFields: { Order: [{ name: 'message', type: 'string' }] },
    });
    beforeAll(async () => {
        await shop.start();
        for (const mutation of SET_UP) {
            await shop.adminClient.query(parse(`mutation { ${mutation} }`));
        }
    });
    afterAll(shop.stop);

    describe.each([
        ['Shop', shopMutations, otherShopMutations],
        ['Admin', adminMutations, otherAdminMutations],
    ])('in the %s API', (api, changing, others) => {
        it('is considered for every mutation that there is', async () => {
            const client = api === 'Shop' ? shop.shopper().client : shop.adminClient;
            const own = [...Object.keys(changing), ...others];
            expect(namesOf(await client.query<Mutations>(MUTATIONS))).toEqual(own.sort());
        });

        it.each(Object.entries(changing))(
            'is what %s waits for, before it does its work',
            async (_, prepare) => {
                const { orderId, run } = await prepare(shop);
                const { statement, value } = await whileOrderIsLocked(shop, orderId, run);
                expect(statement).toMatch(/^SELECT id FROM "order" .* FOR (NO KEY )?UPDATE$/s);
                // It does its work once the lock is free.
                expect(JSON.stringify(value)).not.toContain('errorCode');
            },
        );
    });
});
