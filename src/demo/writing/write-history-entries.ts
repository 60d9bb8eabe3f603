import type { Row, RowWriter } from './row-writer';
import { refundReason, type WrittenOrder } from './written-order';

/** What the Dashboard shows as an order's story: the entries that Vendure's order, payment and refund processes write. */
export async function writeHistoryEntries(writer: RowWriter, orders: readonly WrittenOrder[]): Promise<void> {
    await writer.insert('history_entry', orders.flatMap(entriesOf));
}

function entriesOf(written: WrittenOrder): Row[] {
    return [...placing(written), ...cancelling(written), ...sending(written), ...refunding(written)];
}

function placing({ id, order, paymentId }: WrittenOrder): Row[] {
    const { paidAt } = order.fate;
    return [
        transition(id, order.placedAt, 'Created', 'AddingItems'),
        transition(id, order.placedAt, 'AddingItems', 'ArrangingPayment'),
        entry(id, paidAt, 'ORDER_PAYMENT_TRANSITION', { paymentId, from: 'Created', to: 'Settled' }),
        transition(id, paidAt, 'ArrangingPayment', 'PaymentSettled'),
    ];
}

function cancelling({ id, order, lines }: WrittenOrder): Row[] {
    const { cancelledAt } = order.fate;
    if (!cancelledAt) {
        return [];
    }
    return [
        entry(id, cancelledAt, 'ORDER_CANCELLATION', {
            lines: lines.map(line => ({ orderLineId: line.id, quantity: line.quantity })),
            reason: refundReason(true),
            shippingCancelled: true,
        }),
        transition(id, cancelledAt, 'PaymentSettled', 'Cancelled'),
    ];
}

function sending({ id, order, fulfillmentId }: WrittenOrder): Row[] {
    const { shippedAt, deliveredAt } = order.fate;
    if (!shippedAt || fulfillmentId === undefined) {
        return [];
    }
    const step = (at: Date, from: string, to: string) =>
        entry(id, at, 'ORDER_FULFILLMENT_TRANSITION', { fulfillmentId, from, to });
    return [
        step(shippedAt, 'Created', 'Pending'),
        entry(id, shippedAt, 'ORDER_FULFILLMENT', { fulfillmentId }),
        step(shippedAt, 'Pending', 'Shipped'),
        transition(id, shippedAt, 'PaymentSettled', 'Shipped'),
        ...(deliveredAt
            ? [step(deliveredAt, 'Shipped', 'Delivered'), transition(id, deliveredAt, 'Shipped', 'Delivered')]
            : []),
    ];
}

function refunding({ id, order: { fate }, refundId }: WrittenOrder): Row[] {
    const at = fate.cancelledAt ?? fate.refundedAt;
    return at && refundId !== undefined
        ? [
              entry(id, at, 'ORDER_REFUND_TRANSITION', {
                  refundId,
                  from: 'Pending',
                  to: 'Settled',
                  reason: refundReason(fate.cancelledAt !== undefined),
              }),
          ]
        : [];
}

function transition(orderId: number, at: Date, from: string, to: string): Row {
    return entry(orderId, at, 'ORDER_STATE_TRANSITION', { from, to });
}

function entry(orderId: number, at: Date, type: string, data: object): Row {
    return {
        discriminator: 'OrderHistoryEntry',
        createdAt: at,
        updatedAt: at,
        type,
        isPublic: true,
        data,
        orderId,
    };
}
