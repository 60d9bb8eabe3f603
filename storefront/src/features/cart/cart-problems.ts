import 'server-only';
import { getTranslations } from 'next-intl/server';
import type { ResultOf } from '@/graphql/graphql';
import { done, failed, type ActionResult } from '@/lib/action-result';
import type { ApplyCoupon } from '@/lib/cart/bag-mutations';
import type { AddItem, RemoveLine } from './cart-mutations';

type UpdateResult =
    ResultOf<typeof AddItem>['addItemToOrder'] | ResultOf<typeof RemoveLine>['removeOrderLine'];

/** Every way in which changing a line can end, in the shopper's words. */
export async function explainUpdate(result: UpdateResult): Promise<ActionResult> {
    const t = await getTranslations('problem');
    switch (result.__typename) {
        case 'Order':
            return done;
        case 'InsufficientStockError':
            return failed(t('stock', { available: result.quantityAvailable }));
        case 'OrderLimitError':
            return failed(t('orderLimit', { max: result.maxItems }));
        case 'NegativeQuantityError':
            return failed(t('quantity'));
        case 'OrderModificationError':
            return failed(t('notChanged'));
        case 'OrderInterceptorError':
            return failed(t('rejected', { reason: result.interceptorError }));
    }
}

export async function explainCoupon(
    result: ResultOf<typeof ApplyCoupon>['applyCouponCode'],
    code: string,
): Promise<ActionResult> {
    const t = await getTranslations('problem');
    switch (result.__typename) {
        case 'Order':
            return done;
        case 'CouponCodeInvalidError':
            return failed(t('couponUnknown', { code }));
        case 'CouponCodeExpiredError':
            return failed(t('couponExpired', { code }));
        case 'CouponCodeLimitError':
            return failed(t('couponUsed', { code, limit: result.limit }));
    }
}
