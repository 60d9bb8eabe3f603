import type { ID, RequestContext } from '@vendure/core';
import { isUsedUp, type LimitedPromotion } from '../domain/usage-limit';
import type { LimitedPromotions } from './ports/limited-promotions.port';

/**
 * Asks for the limited promotions of an order that is about to be paid. First come, first served: an order that is
 * being paid counts as a use, so that nobody pays with a promotion and loses it afterwards.
 */
export class ClaimLimitedPromotions {
    constructor(private readonly promotions: LimitedPromotions) {}

    /**
     * @returns What the order can't have any more, because it is used up. It has been taken off the order. Empty
     *   when the order has all that it came with.
     */
    async run(ctx: RequestContext, orderId: ID): Promise<LimitedPromotion[]> {
        const limited = await this.promotions.lockOnOrder(ctx, orderId);
        if (limited.length === 0) {
            return [];
        }
        const uses = await this.promotions.usesByOthers(ctx, limited, orderId);
        const usedUp = limited.filter(promotion => isUsedUp(promotion, uses.get(promotion.id)));
        if (usedUp.length > 0) {
            await this.promotions.takeOff(ctx, usedUp, orderId);
        }
        return usedUp;
    }
}
