import type { OrderDesk } from './order-desk';

/** Something that shops do with orders every day. */
export interface Scenario {
    readonly name: string;
    /** Unique for the scenario: the SKU of what is ordered. */
    readonly sku: string;
    /** @returns The order's id. */
    readonly run: (desk: OrderDesk, variantId: string) => Promise<string>;
}

/** The names end the sentence "with the plugins as without: …". */
export const scenarios: readonly Scenario[] = [
    {
        name: 'an order is sent in two parts',
        sku: 'sent',
        async run(desk, variantId) {
            const id = await desk.paidOrder(variantId, 3);
            const orderLineId = await lineOf(desk, id);
            await desk.fulfil([{ orderLineId, quantity: 1 }]);
            await desk.fulfil([{ orderLineId, quantity: 2 }]);
            return id;
        },
    },
    {
        name: 'an order grows, and the rest is paid by bank transfer',
        sku: 'grown',
        async run(desk, variantId) {
            const id = await desk.paidOrder(variantId, 1);
            const orderLineId = await lineOf(desk, id);
            await desk.move(id, 'Modifying');
            await desk.modify({ orderId: id, adjustOrderLines: [{ orderLineId, quantity: 3 }] });
            await desk.move(id, 'ArrangingAdditionalPayment');
            await desk.payByHand(id);
            await desk.move(id, 'PaymentSettled');
            return id;
        },
    },
    {
        name: 'an order shrinks, and the difference is given back',
        sku: 'shrunk',
        async run(desk, variantId) {
            const id = await desk.paidOrder(variantId, 3);
            const { lines, payments } = await desk.order(id);
            await desk.move(id, 'Modifying');
            await desk.modify({
                orderId: id,
                adjustOrderLines: [{ orderLineId: lines[0]?.id, quantity: 1 }],
                refunds: [{ paymentId: payments[0]?.id, amount: 2 * 4900 * 1.2, reason: 'fewer' }],
            });
            await desk.move(id, 'PaymentSettled');
            return id;
        },
    },
    {
        name: 'a paid order is cancelled, and its goods are sold to others',
        sku: 'cancelled',
        async run(desk, variantId) {
            const id = await desk.paidOrder(variantId, 2);
            await desk.cancel({ orderId: id, cancelShipping: true });
            return id;
        },
    },
    {
        name: 'a part of an order is cancelled and given back',
        sku: 'partly-cancelled',
        async run(desk, variantId) {
            const id = await desk.paidOrder(variantId, 3);
            const { lines, payments } = await desk.order(id);
            await desk.cancel({ orderId: id, lines: [{ orderLineId: lines[0]?.id, quantity: 1 }] });
            await desk.refund(payments[0]?.id ?? '', 4900 * 1.2);
            return id;
        },
    },
    {
        name: 'goods come back after they were sent',
        sku: 'returned',
        async run(desk, variantId) {
            const id = await desk.paidOrder(variantId, 2);
            const orderLineId = await lineOf(desk, id);
            await desk.fulfil([{ orderLineId, quantity: 2 }]);
            await desk.cancel({ orderId: id, lines: [{ orderLineId, quantity: 1 }] });
            await desk.refund((await desk.order(id)).payments[0]?.id ?? '', 4900 * 1.2);
            return id;
        },
    },
    {
        name: 'two payments of one order are given back',
        sku: 'twice-paid',
        async run(desk, variantId) {
            const id = await desk.paidOrder(variantId, 1);
            const orderLineId = await lineOf(desk, id);
            await desk.move(id, 'Modifying');
            await desk.modify({ orderId: id, adjustOrderLines: [{ orderLineId, quantity: 2 }] });
            await desk.move(id, 'ArrangingAdditionalPayment');
            await desk.payByHand(id);
            await desk.move(id, 'PaymentSettled');
            const { payments } = await desk.order(id);
            for (const payment of [...payments].sort((a, b) => Number(a.id) - Number(b.id))) {
                await desk.refund(payment.id, payment.amount);
            }
            return id;
        },
    },
    {
        name: 'a coupon takes off its share, also of the refund',
        sku: 'reduced',
        async run(desk, variantId) {
            await desk.shop.merchant.addPromotion({ name: 'Tenth', couponCode: 'TENTH', percent: 10 });
            const id = await desk.paidOrder(variantId, 2, 'TENTH');
            const before = await desk.order(id);
            await desk.cancel({ orderId: id, lines: [{ orderLineId: before.lines[0]?.id, quantity: 1 }] });
            const after = await desk.order(id);
            await desk.refund(before.payments[0]?.id ?? '', before.totalWithTax - after.totalWithTax);
            return id;
        },
    },
    {
        name: 'a merchant writes down an order, and it is paid by bank transfer',
        sku: 'written-down',
        async run(desk, variantId) {
            const id = await desk.draftOrder(variantId, 2);
            await desk.move(id, 'ArrangingPayment');
            await desk.payByHand(id);
            return id;
        },
    },
    {
        name: 'an order is split between the sellers of a marketplace',
        sku: 'seller-north',
        run: (desk, variantId) => desk.paidOrder(variantId, 2),
    },
];

async function lineOf(desk: OrderDesk, orderId: string): Promise<string> {
    return (await desk.order(orderId)).lines[0]?.id ?? '';
}
