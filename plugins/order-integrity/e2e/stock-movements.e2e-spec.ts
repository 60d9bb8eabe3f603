import { manualFulfillmentHandler } from '@vendure/core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { orderIntegrityShop } from './support/shop';
import { buy, CHAIR, LAMP, RUG, warehouse } from './support/stock';

describe('the stock of a placed order', async () => {
    const shop = await orderIntegrityShop({
        shippingOptions: { fulfillmentHandlers: [manualFulfillmentHandler] },
    });
    const { admin, haveLocations, stock, levels, movements, forget } = warehouse(shop);

    beforeAll(async () => {
        await shop.start();
        await haveLocations(2);
    });
    afterAll(shop.stop);
    beforeEach(forget);

    const place = async (variant: number, quantity: number) => {
        const order = await buy(shop.shopper(), { [variant]: quantity });
        expect(order.state).toBe('PaymentSettled');
        return { id: order.id!, line: order.lines![0]!.id };
    };
    const fulfil = async (line: string, quantity: number) => {
        const { addFulfillmentToOrder } = await admin<{ addFulfillmentToOrder: { id: string } }>(
            `mutation ($line: ID!, $quantity: Int!) {
                addFulfillmentToOrder(input: {
                    lines: [{ orderLineId: $line, quantity: $quantity }]
                    handler: { code: "manual-fulfillment", arguments: [{ name: "method", value: "post" }] }
                }) { __typename ... on Fulfillment { id } ... on ErrorResult { message } }
            }`,
            { line, quantity },
        );
        expect(addFulfillmentToOrder).toMatchObject({ __typename: 'Fulfillment' });
        return addFulfillmentToOrder.id;
    };
    const cancel = async (order: string, line: string, quantity: number) => {
        const { cancelOrder } = await admin<{ cancelOrder: unknown }>(
            `mutation ($order: ID!, $line: ID!, $quantity: Int!) {
                cancelOrder(input: { orderId: $order, lines: [{ orderLineId: $line, quantity: $quantity }] }) {
                    __typename ... on Order { state } ... on ErrorResult { message }
                }
            }`,
            { order, line, quantity },
        );
        expect(cancelOrder).toMatchObject({ __typename: 'Order' });
    };
    /** On hand and allocated at each location. */
    const numbers = async (variant: number) =>
        (await levels(variant)).map(({ onHand, allocated }) => [onHand, allocated]);
    /** Type, location and quantity of each movement. */
    const rows = async (variant: number) =>
        (await movements(variant)).map(({ type, location, quantity }) => [type, location, quantity]);

    it('is sold from where it was allocated, each row with its own quantity', async () => {
        await stock(LAMP, [10, 15]);
        const { line } = await place(LAMP, 13);
        expect(await numbers(LAMP)).toEqual([
            [10, 10],
            [15, 3],
        ]);
        await fulfil(line, 4);
        await fulfil(line, 9);
        expect(await numbers(LAMP)).toEqual([
            [0, 0],
            [12, 0],
        ]);
        expect(await rows(LAMP)).toEqual([
            ['ALLOCATION', 1, 10],
            ['ALLOCATION', 2, 3],
            ['SALE', 1, -4],
            ['SALE', 1, -6],
            ['SALE', 2, -3],
        ]);
    });

    it('is released where it lies when a part of the order is cancelled before it is sent', async () => {
        await stock(LAMP, [10, 15]);
        const { id, line } = await place(LAMP, 13);
        await cancel(id, line, 11);
        expect(await numbers(LAMP)).toEqual([
            [10, 0],
            [15, 2],
        ]);
        await fulfil(line, 2);
        expect(await numbers(LAMP)).toEqual([
            [10, 0],
            [13, 0],
        ]);
    });

    it('comes back to where it was sent from when it is returned', async () => {
        await stock(LAMP, [2, 5]);
        const { id, line } = await place(LAMP, 5);
        await fulfil(line, 5);
        expect(await numbers(LAMP)).toEqual([
            [0, 0],
            [2, 0],
        ]);
        await cancel(id, line, 5);
        expect(await numbers(LAMP)).toEqual([
            [2, 0],
            [5, 0],
        ]);
        expect((await rows(LAMP)).slice(-2)).toEqual([
            ['CANCELLATION', 1, 2],
            ['CANCELLATION', 2, 3],
        ]);
    });

    it('changes by one piece for each that is cancelled, unsent ones first, when a part was sent', async () => {
        await stock(LAMP, [10, 0]);
        const { id, line } = await place(LAMP, 5);
        await fulfil(line, 2);
        await cancel(id, line, 2);
        expect(await numbers(LAMP)).toEqual([
            [8, 1],
            [0, 0],
        ]);
        await cancel(id, line, 3);
        expect(await numbers(LAMP)).toEqual([
            [10, 0],
            [0, 0],
        ]);
    });

    it('is allocated again when a fulfilment is cancelled, even if a stocktake found others missing', async () => {
        await stock(LAMP, [5, 5]);
        const { line } = await place(LAMP, 6);
        const fulfilment = await fulfil(line, 6);
        await place(LAMP, 3);
        expect(await numbers(LAMP)).toEqual([
            [0, 0],
            [4, 3],
        ]);
        await stock(LAMP, [0, 1]);
        const { transitionFulfillmentToState } = await admin<Record<string, unknown>>(
            `mutation { transitionFulfillmentToState(id: "${fulfilment}", state: "Cancelled") { __typename } }`,
        );
        expect(transitionFulfillmentToState).toEqual({ __typename: 'Fulfillment' });
        expect(await numbers(LAMP)).toEqual([
            [5, 5],
            [2, 4],
        ]);
    });

    describe('when the order is modified', () => {
        const modify = async (order: string, change: string) => {
            await admin(
                `mutation { transitionOrderToState(id: "${order}", state: "Modifying") { __typename } }`,
            );
            const { modifyOrder } = await admin<{ modifyOrder: Record<string, unknown> }>(
                `mutation { modifyOrder(input: { dryRun: false, orderId: "${order}", ${change} }) {
                    __typename ... on ErrorResult { message }
                } }`,
            );
            return modifyOrder;
        };

        it('rises with it', async () => {
            await stock(CHAIR, [3, 4]);
            const { id, line } = await place(CHAIR, 2);
            expect(
                await modify(id, `adjustOrderLines: [{ orderLineId: "${line}", quantity: 6 }]`),
            ).toMatchObject({ __typename: 'Order' });
            expect(await numbers(CHAIR)).toEqual([
                [3, 3],
                [4, 3],
            ]);
        });

        it('falls with it', async () => {
            await stock(CHAIR, [3, 4]);
            const { id, line } = await place(CHAIR, 6);
            const { order } = await admin<{ order: { payments: [{ id: string }] } }>(
                `{ order(id: "${id}") { payments { id } } }`,
            );
            expect(
                await modify(
                    id,
                    `adjustOrderLines: [{ orderLineId: "${line}", quantity: 1 }]
                     refund: { paymentId: "${order.payments[0].id}" }`,
                ),
            ).toMatchObject({ __typename: 'Order' });
            expect(await numbers(CHAIR)).toEqual([
                [3, 0],
                [4, 1],
            ]);
            expect(await rows(CHAIR)).toEqual([
                ['ALLOCATION', 1, 3],
                ['ALLOCATION', 2, 3],
                ['RELEASE', 1, 3],
                ['RELEASE', 2, 2],
            ]);
        });

        it('is refused beyond what is left', async () => {
            await stock(CHAIR, [3, 4]);
            const { id } = await place(CHAIR, 2);
            expect(
                await modify(id, `addItems: [{ productVariantId: "T_${CHAIR}", quantity: 6 }]`),
            ).toMatchObject({ __typename: 'InsufficientStockError' });
            expect(await numbers(CHAIR)).toEqual([
                [3, 2],
                [4, 0],
            ]);
        });
    });

    it('goes below nothing as far as the threshold allows, and no further', async () => {
        await stock(RUG, [1, 0], { useGlobalOutOfStockThreshold: false, outOfStockThreshold: -3 });
        await place(RUG, 4);
        expect(await numbers(RUG)).toEqual([
            [1, 4],
            [0, 0],
        ]);
        expect((await buy(shop.shopper(), { [RUG]: 1 })).state).not.toBe('PaymentSettled');
        expect(await numbers(RUG)).toEqual([
            [1, 4],
            [0, 0],
        ]);
    });

    it('keeps what a threshold above nothing keeps back', async () => {
        await stock(RUG, [2, 2], { useGlobalOutOfStockThreshold: false, outOfStockThreshold: 1 });
        await place(RUG, 3);
        expect((await buy(shop.shopper(), { [RUG]: 1 })).state).not.toBe('PaymentSettled');
        expect(await numbers(RUG)).toEqual([
            [2, 2],
            [2, 1],
        ]);
    });

    it('is written down but not counted where stock is not tracked', async () => {
        await stock(RUG, [1, 0], { trackInventory: 'FALSE' });
        const { line } = await place(RUG, 30);
        await fulfil(line, 30);
        expect(await numbers(RUG)).toEqual([
            [1, 0],
            [0, 0],
        ]);
        expect(await rows(RUG)).toEqual([
            ['ALLOCATION', 1, 30],
            ['SALE', 1, -30],
        ]);
    });
});
