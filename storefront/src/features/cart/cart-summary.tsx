import { useTranslations } from 'next-intl';
import { OrderTotals } from '@/components/order/order-totals';
import { buttonStyle } from '@/components/ui/button';
import { Link } from '@/i18n/navigation';
import type { Order } from '@/lib/vendure/order-fragment';
import { CouponForm } from './coupon-form';

export function CartSummary({ order }: { order: Order }) {
    const t = useTranslations();
    const effective = order.promotions.flatMap(promotion => promotion.couponCode ?? []);
    return (
        <section
            aria-label={t('totals.title')}
            className="rounded-2xl bg-surface p-6 md:p-8 lg:sticky lg:top-28"
        >
            <CouponForm codes={order.couponCodes} effective={effective} />
            <div className="mt-6">
                <OrderTotals order={order} />
            </div>
            <Link href="/checkout" className={buttonStyle('primary', 'mt-7 w-full')}>
                {t('cart.checkout')}
            </Link>
        </section>
    );
}
