import { describe, expect, it } from 'vitest';
import { planRefund } from './paypal-refund-plan';
import { orderShape } from './paypal-shapes';

const usd = (value: string) => ({ currency_code: 'USD', value });

function order(
    captures: Array<[id: string, value: string]>,
    refunds: Array<[of: string, value: string, key: string]>,
) {
    return orderShape.parse({
        id: 'ORDER',
        status: 'COMPLETED',
        purchase_units: [
            {
                amount: usd('100.00'),
                payments: {
                    captures: captures.map(([id, value]) => ({
                        id,
                        status: 'COMPLETED',
                        amount: usd(value),
                        create_time: '2026-01-01T00:00:00Z',
                    })),
                    refunds: refunds.map(([of, value, key], index) => ({
                        id: `R${index}`,
                        status: 'COMPLETED',
                        amount: usd(value),
                        custom_id: key,
                        create_time: '2026-01-02T00:00:00Z',
                        links: [{ rel: 'up', href: `https://paypal.example/v2/payments/captures/${of}` }],
                    })),
                },
            },
        ],
    });
}

const refundOf = (amount: number) => ({ amount, currency: 'USD' });

describe('a refund at PayPal', () => {
    it('comes from the oldest capture that has enough left', () => {
        expect(
            planRefund(
                order(
                    [
                        ['A', '30.00'],
                        ['B', '70.00'],
                    ],
                    [],
                ),
                refundOf(2000),
                'key',
            ),
        ).toEqual([{ captureId: 'A', money: refundOf(2000) }]);
    });

    it('is spread over captures, and takes what others refunded before into account', () => {
        const paid = order(
            [
                ['A', '30.00'],
                ['B', '70.00'],
            ],
            [['A', '10.00', 'other']],
        );
        expect(planRefund(paid, refundOf(5000), 'key')).toEqual([
            { captureId: 'A', money: refundOf(2000) },
            { captureId: 'B', money: refundOf(3000) },
        ]);
    });

    it('goes on where an attempt with the same key broke off', () => {
        const paid = order(
            [
                ['A', '30.00'],
                ['B', '70.00'],
            ],
            [['A', '30.00', 'key']],
        );
        expect(planRefund(paid, refundOf(5000), 'key')).toEqual([{ captureId: 'B', money: refundOf(2000) }]);
    });

    it('has nothing left to do when it was done', () => {
        expect(planRefund(order([['A', '30.00']], [['A', '30.00', 'key']]), refundOf(3000), 'key')).toEqual(
            [],
        );
    });

    it('is refused beyond what was captured', () => {
        expect(() => planRefund(order([['A', '30.00']], []), refundOf(3001), 'key')).toThrow(
            /More is to be refunded/,
        );
    });
});
