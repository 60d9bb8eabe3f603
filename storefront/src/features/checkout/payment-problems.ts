import 'server-only';
import { refresh } from 'next/cache';
import { getLocale, getTranslations } from 'next-intl/server';
import { failed, type ActionResult } from '@/lib/action-result';
import { parseLocale } from '@/lib/market/locale';
import { formatMoney } from '@/lib/money/money';
import { fetchPriceChanges } from '@/lib/price/price-changes';
import { fetchActiveOrder } from '@/lib/vendure/active-order';
import { fetchStockShortfalls } from '@/lib/vendure/stock-shortfalls';
import type { PayableOrder, PaymentResult } from './payment-documents';

/** A payment that ended, or was never begun. */
type Refusal = Exclude<
    PaymentResult,
    {
        __typename:
            'Order' | 'EfiPaymentActionRequiredError' | 'EfiPaymentPendingError' | 'NoActiveOrderError';
    }
>;

export async function explainRefusal(result: Refusal): Promise<ActionResult<never>> {
    refresh();
    const t = await getTranslations('problem');
    switch (result.__typename) {
        case 'PaymentDeclinedError':
            return failed(t('paymentDeclined'));
        case 'PaymentFailedError':
            return failed(t('paymentFailed'));
        case 'IneligiblePaymentMethodError':
            return failed(t('paymentMethodGone'));
        case 'CouponRemovedDuringCheckoutError':
            return explainCouponGone(result.removedCouponCodes, result.newTotalWithTax, result.currencyCode);
        case 'OrderStateTransitionError':
            return explainRefusedTransition(result.transitionError);
        case 'OrderPaymentStateError':
            return failed(t('notChanged'));
    }
}

/** Why an order could not be made ready for its payment, from what the refusal left behind. */
export async function explainNotReady(
    before: PayableOrder,
    after: PayableOrder,
    reason: string,
): Promise<ActionResult<never>> {
    const removed = before.couponCodes.filter(code => !after.couponCodes.includes(code));
    if (removed.length > 0) {
        return explainCouponGone(removed, after.totalWithTax, after.currencyCode);
    }
    // Refused for its prices, the order has the new ones by now.
    if (before.totalWithTax !== after.totalWithTax) {
        const changed = await explainPricesChanged(after);
        if (changed) {
            return changed;
        }
    }
    return explainRefusedTransition(reason);
}

async function explainPricesChanged(order: PayableOrder): Promise<ActionResult<never> | undefined> {
    const [t, words, changes, locale] = await Promise.all([
        getTranslations('problem'),
        getTranslations('priceChange'),
        fetchPriceChanges(),
        getLocale(),
    ]);
    if (changes.length === 0) {
        return undefined;
    }
    const { showsTax } = parseLocale(locale).market;
    const money = (amount: number) => formatMoney(amount, order.currencyCode, locale);
    const lines = changes.map(change =>
        words('line', {
            name: change.name,
            before: money(showsTax ? change.previousUnitPriceWithTax : change.previousUnitPrice),
            after: money(showsTax ? change.unitPriceWithTax : change.unitPrice),
        }),
    );
    return failed(t('pricesChanged', { lines: lines.join('; '), total: money(order.totalWithTax) }));
}

/**
 * When it is for want of stock: which lines, and how many are left. Not every page that pays shows that by itself. If
 * the goods are there again by now, the server's reason still names them.
 */
async function explainRefusedTransition(reason: string): Promise<ActionResult<never>> {
    const [t, stock, shortfalls] = await Promise.all([
        getTranslations('problem'),
        getTranslations('stock'),
        fetchStockShortfalls(),
    ]);
    if (shortfalls.length === 0) {
        return failed(t('notReady', { reason }));
    }
    const place = (await fetchActiveOrder())?.efiPickUpPlace;
    if (place) {
        const items = shortfalls.map(({ name }) => name).join(', ');
        return failed(t('placeShort', { place: place.name, items }));
    }
    const lines = shortfalls.map(({ name, quantity, available }) =>
        stock('line', { name, quantity, available }),
    );
    return failed(t('stockShort', { lines: lines.join('; ') }));
}

/** The cart was changed elsewhere since the shopper saw what they would pay. Shows the page anew. */
export async function explainTotalChanged(order: PayableOrder): Promise<ActionResult<never>> {
    refresh();
    const [t, locale] = await Promise.all([getTranslations('problem'), getLocale()]);
    return failed(t('totalChanged', { total: formatMoney(order.totalWithTax, order.currencyCode, locale) }));
}

async function explainCouponGone(
    codes: readonly string[],
    total: number,
    currency: string,
): Promise<ActionResult<never>> {
    const [t, locale] = await Promise.all([getTranslations('problem'), getLocale()]);
    return failed(
        t('couponGone', {
            count: codes.length,
            codes: codes.join(', '),
            total: formatMoney(total, currency, locale),
        }),
    );
}
