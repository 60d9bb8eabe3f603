import { describe, expect, it } from 'vitest';
import { isUsedUp, type LimitedPromotion } from './usage-limit';

const promotion = (limits: Partial<LimitedPromotion>): LimitedPromotion => ({
    id: 1,
    couponCode: 'TEN',
    usageLimit: null,
    perCustomerUsageLimit: null,
    ...limits,
});

describe('isUsedUp', () => {
    it('leaves the last use to the order that asks', () => {
        expect(isUsedUp(promotion({ usageLimit: 10 }), { total: 9, byCustomer: 0 })).toBe(false);
        expect(isUsedUp(promotion({ usageLimit: 10 }), { total: 10, byCustomer: 0 })).toBe(true);
    });

    it("counts a customer's own uses against the limit per customer only", () => {
        const once = promotion({ perCustomerUsageLimit: 1 });
        expect(isUsedUp(once, { total: 50, byCustomer: 0 })).toBe(false);
        expect(isUsedUp(once, { total: 50, byCustomer: 1 })).toBe(true);
    });

    it('takes a limit of 0 as it is: nobody may use it', () => {
        expect(isUsedUp(promotion({ usageLimit: 0 }), { total: 0, byCustomer: 0 })).toBe(true);
    });

    it('is never so without a limit', () => {
        expect(isUsedUp(promotion({}), { total: 1e6, byCustomer: 1e6 })).toBe(false);
    });
});
