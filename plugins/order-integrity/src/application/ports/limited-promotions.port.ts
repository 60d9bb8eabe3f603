import type { ID, RequestContext } from '@vendure/core';
import type { LimitedPromotion, PromotionUses } from '../../domain/usage-limit';

/** The promotions with a usage limit, and who uses them. */
export interface LimitedPromotions {
    /**
     * Those that the order has, locked until the end of the transaction: the uses of a locked promotion do not
     * change meanwhile.
     */
    lockOnOrder(ctx: RequestContext, orderId: ID): Promise<LimitedPromotion[]>;

    /** How often orders other than this one use each of the promotions, by the promotion's id. */
    usesByOthers(
        ctx: RequestContext,
        promotions: readonly LimitedPromotion[],
        orderId: ID,
    ): Promise<ReadonlyMap<number, PromotionUses>>;

    /** Takes the promotions off the order, with a note in its history for each coupon, and prices it anew. */
    takeOff(ctx: RequestContext, promotions: readonly LimitedPromotion[], orderId: ID): Promise<void>;
}
