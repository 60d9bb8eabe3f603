import { OrderIntegrityPlugin } from '@efi/order-integrity-plugin';
import {
    ChannelService,
    type Injector,
    type Order,
    type OrderSellerStrategy,
    OrderService,
    type RequestContext,
    type SplitOrderContents,
} from '@vendure/core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { orderIntegrityShop } from './support/shop';
import { buy, CHAIR, LAMP, warehouse } from './support/stock';

/** One seller for each line. They are paid at once, or when an administrator says so. */
class SellerForEachLine implements OrderSellerStrategy {
    paysSellers = true;
    private orders!: OrderService;
    private channels!: ChannelService;

    init(injector: Injector): void {
        this.orders = injector.get(OrderService);
        this.channels = injector.get(ChannelService);
    }

    async splitOrder(ctx: RequestContext, order: Order): Promise<SplitOrderContents[]> {
        const { id: channelId } = await this.channels.getDefaultChannel(ctx);
        return order.lines.map(line => ({
            channelId,
            state: 'ArrangingPayment',
            lines: [line],
            shippingLines: [],
        }));
    }

    async afterSellerOrdersCreated(ctx: RequestContext, _order: Order, sellerOrders: Order[]): Promise<void> {
        for (const { id } of this.paysSellers ? sellerOrders : []) {
            await this.orders.addPaymentToOrder(ctx, id, { method: 'card', metadata: {} });
        }
    }
}

describe('an order that is split among sellers', async () => {
    const sellers = new SellerForEachLine();
    const shop = await orderIntegrityShop({
        plugins: [OrderIntegrityPlugin.init()],
        orderOptions: { orderSellerStrategy: sellers },
    });
    const { admin, haveLocations, stock, levels, reservations, forget } = warehouse(shop);

    beforeAll(async () => {
        await shop.start();
        await haveLocations(2);
    });
    afterAll(shop.stop);
    beforeEach(forget);

    const numbers = async (variant: number) =>
        (await levels(variant)).map(({ onHand, allocated }) => [onHand, allocated]);
    /** Which orders' lines hold how many pieces. */
    const holders = (variant: number) =>
        shop.sql<{ type: string; quantity: number }>(
            `SELECT o.type, sum(CASE m.type WHEN 'ALLOCATION' THEN m.quantity ELSE -m.quantity END)::int AS quantity
               FROM stock_movement m
               JOIN order_line l ON l.id = m."orderLineId" JOIN "order" o ON o.id = l."orderId"
              WHERE m."productVariantId" = $1 AND m.type IN ('ALLOCATION', 'RELEASE')
              GROUP BY o.id HAVING sum(CASE m.type WHEN 'ALLOCATION' THEN m.quantity ELSE -m.quantity END) <> 0
              ORDER BY o.id`,
            [variant],
        );

    it('has its goods allocated once, to the sellers, when they are paid with it', async () => {
        sellers.paysSellers = true;
        await stock(LAMP, [2, 1]);
        await stock(CHAIR, [1, 0]);
        const order = await buy(shop.shopper(), { [LAMP]: 3, [CHAIR]: 1 });
        expect(order.state).toBe('PaymentSettled');
        expect(await numbers(LAMP)).toEqual([
            [2, 2],
            [1, 1],
        ]);
        expect(await numbers(CHAIR)).toEqual([
            [1, 1],
            [0, 0],
        ]);
        expect(await holders(LAMP)).toEqual([{ type: 'Seller', quantity: 3 }]);
        expect(await reservations(LAMP)).toEqual([]);
    });

    it('hands its goods over to a seller who is paid later', async () => {
        sellers.paysSellers = false;
        await stock(LAMP, [2, 1]);
        const order = await buy(shop.shopper(), { [LAMP]: 3 });
        expect(await holders(LAMP)).toEqual([{ type: 'Aggregate', quantity: 3 }]);

        const [seller] = await shop.sql<{ id: number; total: number }>(
            'SELECT id FROM "order" WHERE "aggregateOrderId" = $1',
            [order.id?.replace('T_', '')],
        );
        const { addManualPaymentToOrder } = await admin<Record<string, unknown>>(
            `mutation { addManualPaymentToOrder(input: {
                orderId: "T_${seller?.id}", method: "bank", transactionId: "1", metadata: {}
            }) { __typename ... on Order { state } ... on ErrorResult { message } } }`,
        );
        expect(addManualPaymentToOrder).toMatchObject({ __typename: 'Order' });
        await admin(
            `mutation { transitionOrderToState(id: "T_${seller?.id}", state: "PaymentSettled") { __typename } }`,
        );
        expect(await holders(LAMP)).toEqual([{ type: 'Seller', quantity: 3 }]);
        expect(await numbers(LAMP)).toEqual([
            [2, 2],
            [1, 1],
        ]);
    });
});
