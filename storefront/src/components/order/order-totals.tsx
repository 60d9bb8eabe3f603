import { useLocale, useTranslations } from 'next-intl';
import { Money } from '@/components/ui/money';
import { contactAddress } from '@/lib/address/contact-address';
import { parseLocale } from '@/lib/market/locale';
import { orderTotals } from '@/lib/money/order-totals';
import type { Order } from '@/lib/vendure/order-fragment';

/** The sums of an order, with tax where the market expects it. */
export function OrderTotals({ order }: { order: Order }) {
    const t = useTranslations('totals');
    const { market } = parseLocale(useLocale());
    const totals = orderTotals(order, market.showsTax);
    const currency = order.currencyCode;
    // Before there is an address, Vendure knows only the market's own tax, which may not be the one to pay.
    const taxKnown = contactAddress(order) !== undefined;
    return (
        <dl className="grid gap-2.5 text-[0.95rem]">
            <Row label={t('items')}>
                <Money amount={totals.items} currency={currency} />
            </Row>
            {totals.discounts.map(discount => (
                <Row key={discount.description} label={discount.description} className="text-sale">
                    <Money amount={discount.amount} currency={currency} />
                </Row>
            ))}
            <Row label={t('shipping')}>
                {totals.shipping === undefined ? (
                    <span className="text-muted">{t('shippingLater')}</span>
                ) : totals.shipping === 0 ? (
                    t('shippingFree')
                ) : (
                    <Money amount={totals.shipping} currency={currency} />
                )}
            </Row>
            {!market.showsTax && (
                <Row label={t('taxAdded')}>
                    {taxKnown ? (
                        <Money amount={totals.tax} currency={currency} />
                    ) : (
                        <span className="text-muted">{t('taxLater')}</span>
                    )}
                </Row>
            )}
            <Row label={t('total')} className="mt-2 border-t border-line pt-4 text-lg font-semibold">
                <span data-testid="order-total">
                    <Money
                        amount={market.showsTax || taxKnown ? totals.total : totals.total - totals.tax}
                        currency={currency}
                    />
                </span>
            </Row>
            {market.showsTax && (
                <Row label={t('taxIncluded')} className="text-sm text-muted">
                    <Money amount={totals.tax} currency={currency} />
                </Row>
            )}
        </dl>
    );
}

function Row({
    label,
    className,
    children,
}: {
    label: string;
    className?: string;
    children: React.ReactNode;
}) {
    return (
        <div className={`flex justify-between gap-6 ${className ?? ''}`}>
            <dt>{label}</dt>
            <dd className="text-right">{children}</dd>
        </div>
    );
}
