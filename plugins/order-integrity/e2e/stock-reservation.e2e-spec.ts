import { StatementLog } from '@efi/plugin-kit/testing';
import { OrderIntegrityPlugin } from '@efi/order-integrity-plugin';
import { checkoutContracts } from '@efi/plugin-kit';
import {
    LanguageCode,
    type OrderProcess,
    RequestContextService,
    TransactionalConnection,
    VendurePlugin,
} from '@vendure/core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { orderIntegrityShop } from './support/shop';
import { buy, CHAIR, fillCart, LAMP, moveOrder, pay, RUG, warehouse } from './support/stock';

const refusing: OrderProcess<string> & { reason?: string } = {
    onTransitionStart: () => refusing.reason,
};

/** Comes after the plugin under test, and so has its process behind that one's. */
@VendurePlugin({
    configuration: config => {
        config.orderOptions.process.push(refusing);
        return config;
    },
})
class RefusingPlugin {}

describe('the stock of an order that is being paid', async () => {
    const log = new StatementLog();
    const shop = await orderIntegrityShop({
        customFields: { OrderLine: [{ name: 'engraving', type: 'string' }] },
        plugins: [OrderIntegrityPlugin.init(), RefusingPlugin],
        dbConnectionOptions: { type: 'postgres', logging: ['query'], logger: log },
    });
    const { admin, haveLocations, stock, levels, movements, reservations, forget } = warehouse(shop);

    beforeAll(async () => {
        await shop.start();
        await haveLocations(3);
    });
    afterAll(shop.stop);
    beforeEach(forget);

    /** As if the order's time had been over for a second. */
    const runOut = (variant: number) =>
        shop.sql(
            `UPDATE efi_stock_reservation SET "expiresAt" = clock_timestamp() - interval '1 second'
              WHERE "variantId" = $1`,
            [variant],
        );
    const reasonAgainstPayment = async (orderId: string) => {
        const ctx = await shop.server.app
            .get(RequestContextService)
            .create({ apiType: 'shop', languageCode: LanguageCode.en });
        return checkoutContracts(
            shop.server.app.get(TransactionalConnection).rawConnection,
        ).reasonAgainstPayment(ctx, orderId.replace('T_', ''));
    };

    it('is held over several locations from the moment of payment, and allocated from there', async () => {
        await stock(LAMP, [4, 3, 5]);
        const shopper = shop.shopper();
        await fillCart(shopper, { [LAMP]: 8 });
        expect((await moveOrder(shopper, 'ArrangingPayment')).state).toBe('ArrangingPayment');
        expect(await reservations(LAMP)).toEqual([
            { location: 1, quantity: 4 },
            { location: 2, quantity: 3 },
            { location: 3, quantity: 1 },
        ]);
        expect((await levels(LAMP)).map(level => level.allocated)).toEqual([0, 0, 0]);

        expect((await pay(shopper)).state).toBe('PaymentSettled');
        expect(await reservations(LAMP)).toEqual([]);
        expect(await levels(LAMP)).toEqual([
            { location: 1, onHand: 4, allocated: 4 },
            { location: 2, onHand: 3, allocated: 3 },
            { location: 3, onHand: 5, allocated: 1 },
        ]);
        expect(await movements(LAMP)).toEqual([
            { type: 'ALLOCATION', location: 1, quantity: 4 },
            { type: 'ALLOCATION', location: 2, quantity: 3 },
            { type: 'ALLOCATION', location: 3, quantity: 1 },
        ]);
    });

    it('counts the lines of one variant together', async () => {
        await stock(LAMP, [3, 0, 0]);
        const shopper = shop.shopper();
        const addEngraved = (engraving: string) =>
            shopper.query(`mutation {
                addItemToOrder(productVariantId: "T_${LAMP}", quantity: 2, customFields: { engraving: "${engraving}" }) {
                    __typename
                } }`);
        await stock(LAMP, [4, 0, 0]);
        await addEngraved('A');
        await addEngraved('B');
        await stock(LAMP, [3, 0, 0]);
        await fillCart(shopper, {});
        expect((await moveOrder(shopper, 'ArrangingPayment')).transitionError).toBe(
            'Not enough in stock – Lamp (2 wanted, 1 left)',
        );
        await stock(LAMP, [3, 1, 0]);
        await moveOrder(shopper, 'ArrangingPayment');
        expect((await pay(shopper)).state).toBe('PaymentSettled');
        expect((await levels(LAMP)).map(level => level.allocated)).toEqual([3, 1, 0]);
    });

    it.each([
        ['the shopper goes back to the cart', 'AddingItems'],
        ['the order is cancelled', 'Cancelled'],
    ])('is let go when %s', async (_when, state) => {
        await stock(CHAIR, [2, 0, 0]);
        const shopper = shop.shopper();
        const { id } = await fillCart(shopper, { [CHAIR]: 2 });
        await moveOrder(shopper, 'ArrangingPayment');
        expect(await reservations(CHAIR)).toHaveLength(1);
        await admin(`mutation { transitionOrderToState(id: "${id}", state: "${state}") { __typename } }`);
        expect(await reservations(CHAIR)).toEqual([]);
    });

    it('is not held when somebody else refuses the payment', async () => {
        await stock(CHAIR, [2, 0, 0]);
        const shopper = shop.shopper();
        await fillCart(shopper, { [CHAIR]: 2 });
        refusing.reason = 'The shop is closed';
        try {
            expect((await moveOrder(shopper, 'ArrangingPayment')).transitionError).toBe('The shop is closed');
        } finally {
            delete refusing.reason;
        }
        expect(await reservations(CHAIR)).toEqual([]);
    });

    it('is held for an order that an administrator drafted', async () => {
        await stock(CHAIR, [1, 2, 0]);
        const { createDraftOrder } = await admin<{ createDraftOrder: { id: string } }>(
            'mutation { createDraftOrder { id } }',
        );
        const { id } = createDraftOrder;
        await admin(`mutation {
            addItemToDraftOrder(orderId: "${id}", input: { productVariantId: "T_${CHAIR}", quantity: 3 }) { __typename }
            setCustomerForDraftOrder(orderId: "${id}", customerId: "T_1") { __typename }
            setDraftOrderShippingMethod(orderId: "${id}", shippingMethodId: "T_1") { __typename }
            transitionOrderToState(id: "${id}", state: "ArrangingPayment") { __typename }
        }`);
        expect(await reservations(CHAIR)).toEqual([
            { location: 1, quantity: 1 },
            { location: 2, quantity: 2 },
        ]);
        const { order } = await admin<{ order: { efiStockReservations: unknown[] } }>(
            `{ order(id: "${id}") { efiStockReservations {
                quantity productVariant { sku } stockLocation { id }
            } } }`,
        );
        expect(order.efiStockReservations).toEqual([
            { quantity: 1, productVariant: { sku: 'CHAIR' }, stockLocation: { id: 'T_1' } },
            { quantity: 2, productVariant: { sku: 'CHAIR' }, stockLocation: { id: 'T_2' } },
        ]);
        await admin(`mutation { transitionOrderToState(id: "${id}", state: "Cancelled") { __typename } }`);
    });

    describe('when it is short', () => {
        it.each([
            ['en', 'Not enough in stock – Chair (2 wanted, 1 left)'],
            ['de', 'Nicht genug auf Lager – Chair (2 gewünscht, noch 1 verfügbar)'],
            ['fr', 'Stock insuffisant – Chair (demandé : 2, disponible : 1)'],
        ])('is refused in the language %s', async (language, message) => {
            await stock(CHAIR, [2, 1, 0]);
            const [first, second] = [shop.shopper(), shop.shopper()];
            second.language = language;
            await fillCart(first, { [CHAIR]: 2 });
            await fillCart(second, { [CHAIR]: 2 });
            await moveOrder(first, 'ArrangingPayment');
            expect((await moveOrder(second, 'ArrangingPayment')).transitionError).toBe(message);
            expect((await pay(first)).state).toBe('PaymentSettled');
        });

        it('is shown in the cart, a line at a time, without what is held for others', async () => {
            await stock(CHAIR, [2, 1, 0]);
            await stock(LAMP, [9, 0, 0]);
            const [first, second] = [shop.shopper(), shop.shopper()];
            await fillCart(second, { [CHAIR]: 2, [LAMP]: 9 });
            const shortfalls = async () => {
                const { activeOrder } = await second.query<{
                    activeOrder: { efiStockShortfalls: unknown[] };
                }>('{ activeOrder { efiStockShortfalls { name sku quantity available productVariantId } } }');
                return activeOrder.efiStockShortfalls;
            };
            expect(await shortfalls()).toEqual([]);
            await fillCart(first, { [CHAIR]: 2 });
            await moveOrder(first, 'ArrangingPayment');
            expect(await shortfalls()).toEqual([
                { name: 'Chair', sku: 'CHAIR', quantity: 2, available: 1, productVariantId: 'T_2' },
            ]);
            await moveOrder(first, 'AddingItems');
            await moveOrder(second, 'ArrangingPayment');
            expect(await shortfalls()).toEqual([]);
        });

        it('is shown as out of stock in the shop, with as many queries as Vendure has for the levels', async () => {
            await Promise.all([CHAIR, RUG, RUG + 1].map(variant => stock(variant, [5, 5, 5])));
            await stock(LAMP, [1, 0, 0]);
            const first = shop.shopper();
            await fillCart(first, { [LAMP]: 1 });
            const shown = async () => {
                const { products } = await shop.shopper().query<{
                    products: { items: Array<{ slug: string; variants: Array<{ stockLevel: string }> }> };
                }>('{ products { items { slug variants { stockLevel } } } }');
                return products.items.find(({ slug }) => slug === 'lamp')?.variants;
            };
            expect(await shown()).toEqual([{ stockLevel: 'LOW_STOCK' }]);
            await moveOrder(first, 'ArrangingPayment');
            log.clear();
            expect(await shown()).toEqual([{ stockLevel: 'OUT_OF_STOCK' }]);
            expect(log.count('efi_stock_reservation')).toBe(log.count('FROM "stock_level"'));
            await runOut(LAMP);
            expect(await shown()).toEqual([{ stockLevel: 'LOW_STOCK' }]);
        });
    });

    describe('whose time is over', () => {
        const startPaying = async (variant: number, quantity: number) => {
            const shopper = shop.shopper();
            const { id } = await fillCart(shopper, { [variant]: quantity });
            expect((await moveOrder(shopper, 'ArrangingPayment')).state).toBe('ArrangingPayment');
            return { shopper, id: id! };
        };

        it('goes to the next one who needs it', async () => {
            await stock(LAMP, [2, 0, 0]);
            const late = await startPaying(LAMP, 2);
            await runOut(LAMP);
            expect((await buy(shop.shopper(), { [LAMP]: 1 })).state).toBe('PaymentSettled');
            expect(await reasonAgainstPayment(late.id)).toBe('Not enough in stock – Lamp (2 wanted, 1 left)');
            await expect(pay(late.shopper)).rejects.toThrow('Not enough in stock – Lamp (2 wanted, 1 left)');
            expect((await levels(LAMP))[0]).toEqual({ location: 1, onHand: 2, allocated: 1 });
        });

        it('stays with the order until somebody needs it', async () => {
            await stock(LAMP, [2, 0, 0]);
            const late = await startPaying(LAMP, 2);
            await runOut(LAMP);
            expect((await pay(late.shopper)).state).toBe('PaymentSettled');
        });

        it('is held for as long again when a payment begins', async () => {
            await stock(LAMP, [2, 0, 0]);
            const late = await startPaying(LAMP, 2);
            await runOut(LAMP);
            expect(await reasonAgainstPayment(late.id)).toBeUndefined();
            expect((await buy(shop.shopper(), { [LAMP]: 1 })).state).not.toBe('PaymentSettled');
            expect((await pay(late.shopper)).state).toBe('PaymentSettled');
        });

        it('is held anew when a payment begins after others took it and more came in', async () => {
            await stock(LAMP, [1, 0, 0]);
            const late = await startPaying(LAMP, 1);
            await runOut(LAMP);
            await buy(shop.shopper(), { [LAMP]: 1 });
            await stock(LAMP, [1, 0, 1]);
            expect(await reasonAgainstPayment(late.id)).toBeUndefined();
            expect(await reservations(LAMP)).toEqual([{ location: 3, quantity: 1 }]);
            expect((await pay(late.shopper)).state).toBe('PaymentSettled');
        });

        it('is either renewed or taken, when both are tried at once', async () => {
            await stock(LAMP, [1, 0, 0]);
            for (let round = 0; round < 5; round++) {
                await forget();
                await stock(LAMP, [1, 0, 0]);
                const late = await startPaying(LAMP, 1);
                await runOut(LAMP);
                const other = shop.shopper();
                await fillCart(other, { [LAMP]: 1 });
                const [reason, taken] = await Promise.all([
                    reasonAgainstPayment(late.id),
                    moveOrder(other, 'ArrangingPayment'),
                ]);
                expect(taken.state === 'ArrangingPayment').toBe(reason !== undefined);
            }
        });
    });

    it('goes to exactly as many of 40 buyers at once as there are pieces', async () => {
        await stock(CHAIR, [4, 3, 3]);
        const answers = await Promise.all(
            Array.from({ length: 40 }, () => buy(shop.shopper(), { [CHAIR]: 1 })),
        );
        expect(answers.filter(answer => answer.state === 'PaymentSettled')).toHaveLength(10);
        expect(await levels(CHAIR)).toEqual([
            { location: 1, onHand: 4, allocated: 4 },
            { location: 2, onHand: 3, allocated: 3 },
            { location: 3, onHand: 3, allocated: 3 },
        ]);
    });
});
