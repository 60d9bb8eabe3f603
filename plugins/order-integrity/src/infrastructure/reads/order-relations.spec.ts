import { describe, expect, it } from 'vitest';
import { planReading } from './order-relations';

describe('what is read of an order', () => {
    it('joins what there is one of, or few, and leaves the rest to TypeORM', () => {
        expect(planReading(['customer', 'surcharges', 'payments', 'sellerOrders'])).toEqual({
            joined: ['customer', 'payments', 'surcharges'],
            others: ['sellerOrders'],
        });
    });

    it('leaves a relation to TypeORM when more is wanted than it joins', () => {
        expect(
            planReading(['customer', 'customer.user', 'shippingLines.shippingMethod', 'channels']),
        ).toEqual({
            joined: ['channels', 'customer', 'customer.user'],
            others: ['shippingLines.shippingMethod'],
        });
        expect(planReading(['payments', 'payments.refunds']).joined).toEqual([
            'payments',
            'payments.refunds',
        ]);
        expect(planReading(['customer', 'customer.addresses']).others).toEqual([
            'customer',
            'customer.addresses',
        ]);
    });

    it('reads the lines on their own, with what the price and the name of a variant need', () => {
        expect(planReading(['lines.productVariant.options', 'lines'])).toEqual({
            joined: [],
            others: [],
            ofLines: ['productVariant.options', 'productVariant.taxCategory', 'productVariant.translations'],
        });
        expect(planReading(['lines', 'lines.featuredAsset']).ofLines).toEqual(['featuredAsset']);
    });

    it('reads no lines that nobody wants', () => {
        expect(planReading(['customer']).ofLines).toBeUndefined();
        expect(planReading(['lines']).ofLines).toEqual([]);
    });
});
