import type { RequestContext } from '@vendure/core';
import { describe, expect, it } from 'vitest';
import type { LimitedPromotion, PromotionUses } from '../domain/usage-limit';
import { ClaimLimitedPromotions } from './claim-limited-promotions';
import type { LimitedPromotions } from './ports/limited-promotions.port';

const ctx = {} as RequestContext;
const coupon = (id: number, usageLimit: number): LimitedPromotion => ({
    id,
    couponCode: `C${id}`,
    usageLimit,
    perCustomerUsageLimit: null,
});

class FakePromotions implements LimitedPromotions {
    readonly steps: string[] = [];

    constructor(
        private readonly onOrder: LimitedPromotion[],
        private readonly uses: Record<number, number>,
    ) {}

    lockOnOrder = () => {
        this.steps.push('lock');
        return Promise.resolve(this.onOrder);
    };
    usesByOthers = () => {
        this.steps.push('count');
        const uses = Object.entries(this.uses).map(([id, total]): [number, PromotionUses] => [
            Number(id),
            { total, byCustomer: 0 },
        ]);
        return Promise.resolve(new Map(uses));
    };
    takeOff = (_: RequestContext, promotions: readonly LimitedPromotion[]) => {
        this.steps.push(`take off ${promotions.map(({ id }) => id).join()}`);
        return Promise.resolve();
    };
}

describe('ClaimLimitedPromotions', () => {
    it('counts under the lock, and takes off what others have used up', async () => {
        const promotions = new FakePromotions([coupon(1, 10), coupon(2, 10)], { 1: 9, 2: 10 });
        expect(await new ClaimLimitedPromotions(promotions).run(ctx, 7)).toEqual([coupon(2, 10)]);
        expect(promotions.steps).toEqual(['lock', 'count', 'take off 2']);
    });

    it('lets an order keep what nobody else uses', async () => {
        const promotions = new FakePromotions([coupon(1, 1)], {});
        expect(await new ClaimLimitedPromotions(promotions).run(ctx, 7)).toEqual([]);
        expect(promotions.steps).toEqual(['lock', 'count']);
    });

    it('asks for nothing more when the order has no limited promotion', async () => {
        const promotions = new FakePromotions([], {});
        expect(await new ClaimLimitedPromotions(promotions).run(ctx, 7)).toEqual([]);
        expect(promotions.steps).toEqual(['lock']);
    });
});
