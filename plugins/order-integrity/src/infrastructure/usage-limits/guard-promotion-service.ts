import type { Promotion, PromotionService } from '@vendure/core';
import { isUsedUp, type LimitedPromotion } from '../../domain/usage-limit';
import type { OrderLock } from '../lock/order-lock';
import type { SqlLimitedPromotions } from './sql-limited-promotions';

/**
 * Makes Vendure's own checks of usage limits hold wherever a price is worked out:
 *
 * - A promotion that applies by itself counts orders that are being paid, as Vendure does for coupons.
 * - An order never counts against itself, so that changing one keeps the promotion that it was placed with.
 * - When an order past the cart may gain a promotion, the promotion is locked before it is counted.
 */
export function guardPromotionService(
    service: PromotionService,
    limited: SqlLimitedPromotions,
    orderLock: OrderLock,
): void {
    const validateCouponCode = service.validateCouponCode.bind(service);
    service.validateCouponCode = async (ctx, couponCode, customerId, excludeOrderId) => {
        const own = orderLock.heldOrderIds();
        if (own.length > 0) {
            await limited.lockCouponForOrdersPastCart(ctx, couponCode, own);
        }
        return validateCouponCode(ctx, couponCode, customerId, excludeOrderId ?? own[0]);
    };

    service.getExhaustedPromotionIds = async (ctx, promotions, customerId) => {
        const candidates = promotions.filter(promotion => !promotion.couponCode).map(limitsOf);
        const ids = candidates.filter(isLimited).map(({ id }) => id);
        if (ids.length === 0) {
            return new Set();
        }
        const own = orderLock.heldOrderIds();
        if (own.length > 0) {
            await limited.lockForOrdersPastCart(ctx, ids, own);
        }
        const uses = await limited.countUses(ctx, ids, own, customerId);
        return new Set(
            candidates
                .filter(promotion => isUsedUp(promotion, uses.get(promotion.id)))
                .map(({ id }) => String(id)),
        );
    };
}

function limitsOf({ id, couponCode, usageLimit, perCustomerUsageLimit }: Promotion): LimitedPromotion {
    return { id: Number(id), couponCode, usageLimit, perCustomerUsageLimit };
}

function isLimited({ usageLimit, perCustomerUsageLimit }: LimitedPromotion): boolean {
    return usageLimit !== null || perCustomerUsageLimit !== null;
}
