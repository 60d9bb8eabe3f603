import { describe, expect, it } from 'vitest';
import { contactAddress } from './contact-address';

const address = (countryCode: string | null) => ({ countryCode });
const [none, home, office] = [address(null), address('DE'), address('FR')];

describe('the address that a shopper typed', () => {
    it('is where the order is sent, or the bill of one that is fetched', () => {
        expect(contactAddress({ shippingAddress: home, billingAddress: office })).toBe(home);
        expect(contactAddress({ shippingAddress: none, billingAddress: office })).toBe(office);
        expect(contactAddress({ shippingAddress: null, billingAddress: none })).toBeUndefined();
    });
});
