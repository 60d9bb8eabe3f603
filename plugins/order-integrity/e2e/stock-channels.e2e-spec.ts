import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { orderIntegrityShop } from './support/shop';
import { buy, fillCart, LAMP, moveOrder, pay, warehouse } from './support/stock';

describe('stock at locations of several channels', async () => {
    const shop = await orderIntegrityShop();
    const { admin, haveLocations, stock, levels, reservations, forget } = warehouse(shop);
    const FRANCE = 'france-token';

    beforeAll(async () => {
        await shop.start();
        await haveLocations(2);
        const { createChannel } = await admin<{ createChannel: { id: string } }>(`mutation {
            createChannel(input: {
                code: "france", token: "${FRANCE}", defaultLanguageCode: en, pricesIncludeTax: false
                defaultCurrencyCode: USD, defaultTaxZoneId: "T_1", defaultShippingZoneId: "T_1"
            }) { ... on Channel { id } }
        }`);
        const assign = (mutation: string, type: string, of: Record<string, string[]>) =>
            admin(`mutation ($input: ${type}!) { ${mutation}(input: $input) { __typename } }`, {
                input: { channelId: createChannel.id, ...of },
            });
        await assign('assignProductsToChannel', 'AssignProductsToChannelInput', { productIds: ['T_1'] });
        await assign('assignShippingMethodsToChannel', 'AssignShippingMethodsToChannelInput', {
            shippingMethodIds: ['T_1'],
        });
        await assign('assignPaymentMethodsToChannel', 'AssignPaymentMethodsToChannelInput', {
            paymentMethodIds: ['T_1'],
        });
        await assign('assignStockLocationsToChannel', 'AssignStockLocationsToChannelInput', {
            stockLocationIds: ['T_2'],
        });
    });
    afterAll(shop.stop);
    beforeEach(forget);

    const frenchShopper = () => {
        const shopper = shop.shopper();
        shopper.client.setChannelToken(FRANCE);
        return shopper;
    };

    it('is taken only from those of the channel that sells', async () => {
        await stock(LAMP, [10, 2]);
        const shopper = frenchShopper();
        await fillCart(shopper, { [LAMP]: 2 });
        await moveOrder(shopper, 'ArrangingPayment');
        expect(await reservations(LAMP)).toEqual([{ location: 2, quantity: 2 }]);

        const next = frenchShopper();
        expect((await next.add(LAMP)).__typename).toBe('InsufficientStockError');
        expect((await pay(shopper)).state).toBe('PaymentSettled');
        expect((await levels(LAMP)).map(level => level.allocated)).toEqual([0, 2]);
        // The default channel has both locations.
        expect((await buy(shop.shopper(), { [LAMP]: 10 })).state).toBe('PaymentSettled');
        expect((await levels(LAMP)).map(level => level.allocated)).toEqual([10, 2]);
    });

    it('lets each channel take backorders up to the threshold from what it has', async () => {
        await stock(LAMP, [5, 0], { useGlobalOutOfStockThreshold: false, outOfStockThreshold: -2 });
        expect((await buy(frenchShopper(), { [LAMP]: 2 })).state).toBe('PaymentSettled');
        expect((await frenchShopper().add(LAMP)).__typename).toBe('InsufficientStockError');
        expect((await levels(LAMP)).map(level => level.allocated)).toEqual([0, 2]);
        await stock(LAMP, [5, 0], { useGlobalOutOfStockThreshold: true });
    });
});
