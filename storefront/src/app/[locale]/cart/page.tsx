import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { buttonStyle } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageTitle } from '@/components/ui/page-title';
import { CartLine } from '@/features/cart/cart-line';
import { CartLinePrice, CartLineTerms } from '@/features/cart/cart-line-price';
import { CartSummary } from '@/features/cart/cart-summary';
import { PriceChangeNotice } from '@/features/cart/price-change-notice';
import { StockNotice } from '@/features/cart/stock-notice';
import { UndoRemoval } from '@/features/cart/undo-removal';
import { OpenPaymentNotice } from '@/features/checkout/open-payment-notice';
import { fetchOpenPayment } from '@/features/checkout/payment-queries';
import { Rail } from '@/features/recommendations/rail';
import { Link } from '@/i18n/navigation';
import { alternates } from '@/lib/alternates';
import { fetchActiveOrder } from '@/lib/vendure/active-order';
import type { OrderLine } from '@/lib/vendure/order-fragment';
import { announced } from '@/lib/price/announced';
import { fetchPriceChanges } from '@/lib/price/price-changes';
import { fetchReductions } from '@/lib/price/reduction';
import { currentMarket } from '@/lib/market/current-market';
import { fetchStockShortfalls } from '@/lib/vendure/stock-shortfalls';

export async function generateMetadata(): Promise<Metadata> {
    const t = await getTranslations('cart');
    // Search engines may see it: to them it is always empty.
    return { title: t('title'), alternates: await alternates('/cart') };
}

export default async function CartPage() {
    const [t, order] = await Promise.all([getTranslations('cart'), fetchActiveOrder()]);
    if (!order || order.lines.length === 0) {
        return (
            <div className="page pt-8">
                <UndoRemoval lineIds={[]} />
                <h1 className="sr-only">{t('title')}</h1>
                <EmptyState title={t('empty')} text={t('emptyText')}>
                    <Link href="/search" className={buttonStyle()}>
                        {t('startShopping')}
                    </Link>
                </EmptyState>
            </div>
        );
    }
    const [shortfalls, payment, changes, reductions, { market }] = await Promise.all([
        fetchStockShortfalls(),
        fetchOpenPayment(order),
        fetchPriceChanges(),
        fetchReductions({ productVariantIds: order.lines.map(line => line.productVariant.id) }),
        currentMarket(),
    ]);
    const reductionOf = (line: OrderLine) =>
        announced(
            reductions.items.find(item => item.productVariantId === line.productVariant.id),
            market.showsTax,
            market.showsTax ? line.unitPriceWithTax : line.unitPrice,
        );
    return (
        <div className="page pt-8 md:pt-12">
            <UndoRemoval lineIds={order.lines.map(line => line.id)} />
            <PageTitle>{t('title')}</PageTitle>
            {payment && <OpenPaymentNotice intentId={payment.intentId} />}
            <StockNotice shortfalls={shortfalls} />
            <PriceChangeNotice currency={order.currencyCode} changes={changes} />
            <div className="grid items-start gap-10 lg:grid-cols-[1fr_25rem] lg:gap-16">
                <ul className="border-t border-line">
                    {order.lines.map(line => {
                        const priced = {
                            line,
                            currency: order.currencyCode,
                            showsTax: market.showsTax,
                            reduction: reductionOf(line),
                        };
                        return (
                            <CartLine
                                key={line.id}
                                line={line}
                                price={<CartLinePrice {...priced} />}
                                terms={<CartLineTerms {...priced} />}
                            />
                        );
                    })}
                </ul>
                <CartSummary order={order} />
            </div>
            <div className="mt-20">
                <Rail placement="COMPLETE_THE_CART" />
            </div>
        </div>
    );
}
