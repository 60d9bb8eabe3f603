import { describe, expect, it } from 'vitest';
import { otherBillingAddress, type OrderAddress } from './other-billing-address';

const home: OrderAddress = {
    ...{ fullName: 'Ada Lovelace', company: null, streetLine1: '1 Street', streetLine2: null },
    ...{ city: 'Lyon', province: null, postalCode: '69001', phoneNumber: null, countryCode: 'FR' },
};

describe('the address of the bill', () => {
    it('is another one when any part of it differs', () => {
        const office = { ...home, company: 'Analytical Engines' };
        expect(otherBillingAddress({ shippingAddress: home, billingAddress: office })).toBe(office);
    });

    it('is none of its own when it says the same, or when one of both is missing', () => {
        const same = { ...home, company: '', streetLine2: '' };
        expect(otherBillingAddress({ shippingAddress: home, billingAddress: same })).toBeUndefined();
        expect(otherBillingAddress({ shippingAddress: null, billingAddress: home })).toBeUndefined();
        const empty = { ...home, countryCode: null };
        expect(otherBillingAddress({ shippingAddress: home, billingAddress: empty })).toBeUndefined();
    });
});
