/** A promotion that may be used a limited number of times. */
export interface LimitedPromotion {
    readonly id: number;
    /** Empty when the promotion applies by itself. */
    readonly couponCode: string | null;
    /** How many orders may use it. `null`: any number. */
    readonly usageLimit: number | null;
    /** How many orders of one customer may use it. `null`: any number. */
    readonly perCustomerUsageLimit: number | null;
}

/** How many other orders use a promotion: placed and not cancelled, or being paid. */
export interface PromotionUses {
    readonly total: number;
    /** Of the same customer. 0 as long as the customer is not known. */
    readonly byCustomer: number;
}

const NO_USES: PromotionUses = { total: 0, byCustomer: 0 };

/** Whether other orders have used the promotion as often as it may be used, so that no further order can. */
export function isUsedUp(promotion: LimitedPromotion, uses: PromotionUses = NO_USES): boolean {
    const { usageLimit, perCustomerUsageLimit } = promotion;
    return (
        (usageLimit !== null && uses.total >= usageLimit) ||
        (perCustomerUsageLimit !== null && uses.byCustomer >= perCustomerUsageLimit)
    );
}
