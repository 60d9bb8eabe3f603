import { testShop } from '@efi/plugin-kit/testing';
import { LanguageCode, RequestContextService, TransactionalConnection } from '@vendure/core';
import { parse } from 'graphql';
import os from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { StoreDashboardPlugin } from '../src';
import { TodaySalesService } from '../src/today-sales/today-sales.service';

/** A lamp for 10.00 and 5.00 for delivery, with 20 % tax. */
const ONE_LAMP = 1800;

describe("today's sales", async () => {
    const shop = await testShop({
        plugins: [StoreDashboardPlugin.init({ appDir: os.tmpdir(), timeZone: 'Asia/Tokyo' })],
    });
    const { server, shopClient, adminClient } = shop;

    beforeAll(() => shop.start());
    afterAll(() => shop.stop());

    /** Places an order for lamps through the Shop API. */
    async function placeOrder(lamps: number): Promise<string> {
        await shopClient.asAnonymousUser();
        // Begins the session, which the next request then has.
        await shopClient.query(
            parse(`mutation { addItemToOrder(productVariantId: "T_1", quantity: ${lamps}) { __typename } }`),
        );
        const { addPaymentToOrder } = await shopClient.query<{ addPaymentToOrder: { code: string } }>(
            parse(`mutation {
                setCustomerForOrder(input: { firstName: "A", lastName: "B", emailAddress: "a@example.com" }) { __typename }
                setOrderShippingAddress(input: { streetLine1: "Ring 1", countryCode: "AT" }) { __typename }
                setOrderShippingMethod(shippingMethodId: ["T_1"]) { __typename }
                transitionOrderToState(state: "ArrangingPayment") { __typename }
                addPaymentToOrder(input: { method: "card", metadata: {} }) { ... on Order { code } ... on ErrorResult { message } }
            }`),
        );
        return addPaymentToOrder.code;
    }

    /** Moves an order to the moment when it was placed. */
    async function placedAt(code: string, moment: string): Promise<void> {
        await server.app
            .get(TransactionalConnection)
            .rawConnection.query('UPDATE "order" SET "orderPlacedAt" = $1 WHERE code = $2', [
                new Date(moment),
                code,
            ]);
    }

    it('are none when there are no orders', async () => {
        const { efiTodaySales } = await adminClient.query<{ efiTodaySales: unknown }>(
            parse('{ efiTodaySales { timeZone currencies { orders } } }'),
        );
        expect(efiTodaySales).toEqual({ timeZone: 'Asia/Tokyo', currencies: [] });
    });

    it('count the orders that were just placed', async () => {
        await placeOrder(1);
        await placeOrder(3);
        const { efiTodaySales } = await adminClient.query<{ efiTodaySales: { currencies: unknown } }>(
            parse(
                '{ efiTodaySales { currencies { currencyCode orders revenue comparedOrders comparedRevenue } } }',
            ),
        );
        expect(efiTodaySales.currencies).toEqual([
            {
                currencyCode: 'USD',
                orders: 2,
                revenue: ONE_LAMP + 3 * 1200 + 600,
                comparedOrders: 0,
                comparedRevenue: 0,
            },
        ]);
    });

    it("compare the store's day with the same weekday last week until the same time, without cancelled orders", async () => {
        // In Tokyo, 14 March begins at 15:00 on the 13th in UTC.
        const now = new Date('2026-03-13T20:00:00Z');
        await placedAt(await placeOrder(1), '2026-03-13T14:59:59Z'); // yesterday
        await placedAt(await placeOrder(1), '2026-03-13T15:00:00Z'); // today
        await placedAt(await placeOrder(1), '2026-03-13T19:59:59Z'); // today
        await placedAt(await placeOrder(1), '2026-03-13T20:00:01Z'); // not yet
        await placedAt(await placeOrder(1), '2026-03-06T19:59:59Z'); // last week
        await placedAt(await placeOrder(1), '2026-03-06T20:00:01Z'); // last week, later that day
        const cancelled = await placeOrder(5);
        await placedAt(cancelled, '2026-03-13T16:00:00Z');
        const { orders } = await adminClient.query<{ orders: { items: [{ id: string }] } }>(
            parse(
                'query ByCode($code: String!) { orders(options: { filter: { code: { eq: $code } } }) { items { id } } }',
            ),
            { code: cancelled },
        );
        await adminClient.query(
            parse(
                'mutation Cancel($id: ID!) { cancelOrder(input: { orderId: $id, cancelShipping: true }) { __typename } }',
            ),
            { id: orders.items[0].id },
        );

        const ctx = await server.app
            .get(RequestContextService)
            .create({ apiType: 'admin', languageCode: LanguageCode.en });
        const { currencies } = await server.app.get(TodaySalesService).todaySales(ctx, now);
        expect(currencies).toEqual([
            {
                currencyCode: 'USD',
                orders: 2,
                revenue: 2 * ONE_LAMP,
                comparedOrders: 1,
                comparedRevenue: ONE_LAMP,
            },
        ]);
    });

    it('are for those only who may read orders', async () => {
        await adminClient.asAnonymousUser();
        await expect(adminClient.query(parse('{ efiTodaySales { timeZone } }'))).rejects.toThrow(
            'not currently authorized',
        );
    });
});
