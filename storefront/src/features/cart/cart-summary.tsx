import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { OrderTotals } from '@/components/order/order-totals';
import { buttonStyle } from '@/components/ui/button';
import { Link } from '@/i18n/navigation';
import { parseLocale } from '@/lib/market/locale';
import { formatMoney } from '@/lib/money/money';
import type { Order } from '@/lib/vendure/order-fragment';
import { CouponForm } from './coupon-form';
import { couponText, type Coupon } from './coupon-text';

export function CartSummary({ order, coupons }: { order: Order; coupons: readonly Coupon[] }) {
    const [t, locale, format] = [useTranslations(), useLocale(), useFormatter()];
    const { market } = parseLocale(locale);
    const money = (amount: number) => formatMoney(amount, order.currencyCode, locale);

    function written(coupon: Coupon): string {
        const text = couponText(coupon, market.showsTax);
        switch (text.key) {
            case 'couponNotYet':
                return t('cart.couponNotYet', { date: format.dateTime(text.date, { dateStyle: 'long' }) });
            case 'couponAmount':
            case 'couponAmountWithTax':
            case 'couponAmountNet':
                return t(`cart.${text.key}`, { from: money(text.from), missing: money(text.missing) });
            case 'couponApplied':
            case 'couponEnded':
            case 'couponWaiting':
            case 'couponCustomers':
                return t(`cart.${text.key}`);
        }
    }

    return (
        <section
            aria-label={t('totals.title')}
            className="rounded-2xl bg-surface p-6 md:p-8 lg:sticky lg:top-28"
        >
            <CouponForm
                coupons={coupons.map(coupon => ({
                    code: coupon.code,
                    text: written(coupon),
                    isEffective: coupon.state === 'APPLIED',
                }))}
            />
            <div className="mt-6">
                <OrderTotals order={order} />
            </div>
            <Link href="/checkout" className={buttonStyle('primary', 'mt-7 w-full')}>
                {t('cart.checkout')}
            </Link>
        </section>
    );
}
