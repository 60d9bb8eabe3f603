import { describe, expect, it } from 'vitest';
import { timelineOf } from './timeline';

const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 12, minute)).toISOString();

function order(history: readonly [type: string, data: unknown][], efiIsPickUp = false) {
    return {
        orderPlacedAt: at(0),
        totalQuantity: 3,
        shippingLines: [{ shippingMethod: { efiIsPickUp } }],
        fulfillments: [
            { id: '7', trackingCode: 'TRACK-7', lines: [{ quantity: 1 }] },
            { id: '8', trackingCode: '', lines: [{ quantity: 2 }, { quantity: 1 }] },
        ],
        history: {
            items: history.map(([type, data], index) => ({
                id: String(index),
                type,
                createdAt: at(index + 1),
                data,
            })),
        },
    };
}

const kinds = (progress: ReturnType<typeof order>) => timelineOf(progress).map(({ kind }) => kind);

describe('timelineOf', () => {
    it('tells of payment, parcels and arrival, in order', () => {
        const steps = order([
            ['ORDER_STATE_TRANSITION', { from: 'ArrangingPayment', to: 'PaymentSettled' }],
            ['ORDER_FULFILLMENT', { fulfillmentId: '8' }],
            ['ORDER_FULFILLMENT_TRANSITION', { fulfillmentId: '8', from: 'Pending', to: 'Shipped' }],
            ['ORDER_STATE_TRANSITION', { from: 'PaymentSettled', to: 'Shipped' }],
            ['ORDER_FULFILLMENT_TRANSITION', { fulfillmentId: '8', from: 'Shipped', to: 'Delivered' }],
        ]);
        expect(kinds(steps)).toEqual(['placed', 'paid', 'shipped', 'delivered']);
    });

    it('says how many pieces are in a parcel that is not all, and under which number it travels', () => {
        const [, entry] = timelineOf(
            order([['ORDER_FULFILLMENT_TRANSITION', { fulfillmentId: 7, from: 'Pending', to: 'Shipped' }]]),
        );
        expect(entry).toMatchObject({ kind: 'shippedPart', pieces: 1, trackingCode: 'TRACK-7' });
    });

    it('speaks of collection where the shopper fetches the goods', () => {
        const collected = order(
            [
                ['ORDER_FULFILLMENT_TRANSITION', { fulfillmentId: '8', to: 'Shipped' }],
                ['ORDER_FULFILLMENT_TRANSITION', { fulfillmentId: '8', to: 'Delivered' }],
            ],
            true,
        );
        expect(kinds(collected)).toEqual(['placed', 'ready', 'collected']);
    });

    it('keeps what is of no use to a shopper to itself, and what it does not know', () => {
        const steps = order([
            ['ORDER_COUPON_APPLIED', { couponCode: 'X' }],
            ['ORDER_REFUND_TRANSITION', { to: 'Pending' }],
            ['ORDER_NOTE', null],
            ['SOMETHING_OF_A_PLUGIN', 'a text'],
        ]);
        expect(kinds(steps)).toEqual(['placed']);
    });

    it('passes on notes, refunds and a cancellation', () => {
        const steps = order([
            ['ORDER_NOTE', { note: 'We are waiting for the blue ones.' }],
            ['ORDER_NOTE', { note: 'Withdrawal', efiWithdrawnAt: at(2) }],
            ['ORDER_STATE_TRANSITION', { to: 'Cancelled' }],
            ['ORDER_REFUND_TRANSITION', { to: 'Settled' }],
        ]);
        expect(kinds(steps)).toEqual(['placed', 'note', 'withdrawn', 'cancelled', 'refunded']);
        expect(timelineOf(steps)[1]?.note).toBe('We are waiting for the blue ones.');
    });
});
