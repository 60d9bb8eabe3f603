import { describe, expect, it } from 'vitest';
import { currentStep } from './checkout-step';

const fresh = { customer: null, shippingAddress: null, billingAddress: null, shippingLines: [] };
const addressed = { ...fresh, customer: {}, shippingAddress: { countryCode: 'DE' } };
const ready = { ...addressed, shippingLines: [{}] };

describe('currentStep', () => {
    it('is the first that is not done', () => {
        expect(currentStep(fresh, undefined)).toBe('address');
        expect(currentStep(addressed, undefined)).toBe('delivery');
        expect(currentStep(ready, undefined)).toBe('payment');
    });

    it('goes back when asked, never ahead', () => {
        expect(currentStep(ready, 'address')).toBe('address');
        expect(currentStep(fresh, 'payment')).toBe('address');
        expect(currentStep(ready, 'nonsense')).toBe('payment');
    });

    it('asks for the address of a signed-in shopper who has none on the order', () => {
        expect(currentStep({ ...fresh, customer: {} }, undefined)).toBe('address');
        expect(currentStep({ ...ready, shippingAddress: { countryCode: null } }, undefined)).toBe('address');
    });
});
