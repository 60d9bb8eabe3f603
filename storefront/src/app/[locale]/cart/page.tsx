import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PlaceShortNotice } from '@/components/order/place-short-notice';
import { buttonStyle } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageTitle } from '@/components/ui/page-title';
import { BagElsewhereNotice } from '@/features/cart/bag-elsewhere-notice';
import { BroughtNotice } from '@/features/cart/brought-notice';
import { CartLine } from '@/features/cart/cart-line';
import { CartLinePrice, CartLineTerms } from '@/features/cart/cart-line-price';
import { fetchCartNotes } from '@/features/cart/cart-notes';
import { CartSummary } from '@/features/cart/cart-summary';
import { PriceChangeNotice } from '@/features/cart/price-change-notice';
import { StockNotice } from '@/features/cart/stock-notice';
import { UndoRemoval } from '@/features/cart/undo-removal';
import { OpenPaymentNotice } from '@/features/checkout/open-payment-notice';
import { fetchOpenPayment } from '@/features/checkout/payment-queries';
import { Rail } from '@/features/recommendations/rail';
import { fetchRail } from '@/features/recommendations/rail-query';
import { Link } from '@/i18n/navigation';
import { alternates } from '@/lib/alternates';
import { fetchActiveOrder } from '@/lib/vendure/active-order';
import type { OrderLine } from '@/lib/vendure/order-fragment';
import { announced } from '@/lib/price/announced';
import { withNames } from '@/lib/price/price-changes';
import { currentMarket } from '@/lib/market/current-market';
import { hasSession } from '@/lib/vendure/session';

export async function generateMetadata(): Promise<Metadata> {
    const t = await getTranslations('cart');
    // Search engines may see it: to them it is always empty.
    return { title: t('title'), alternates: await alternates('/cart') };
}

interface Props {
    readonly searchParams: Promise<{ from?: string | string[]; missing?: string | string[] }>;
}

export default async function CartPage({ searchParams }: Props) {
    const completion = hasSession().then(has =>
        has ? fetchRail({ placement: 'COMPLETE_THE_CART' }) : undefined,
    );
    const [t, order, notes, { market }, { from, missing }] = await Promise.all([
        getTranslations('cart'),
        fetchActiveOrder(),
        fetchCartNotes(),
        currentMarket(),
        searchParams,
    ]);
    if (!order || order.lines.length === 0) {
        return (
            <div className="page pt-8">
                <UndoRemoval lineIds={[]} />
                <h1 className="sr-only">{t('title')}</h1>
                <BagElsewhereNotice />
                <EmptyState title={t('empty')} text={t('emptyText')}>
                    <Link href="/search" className={buttonStyle()}>
                        {t('startShopping')}
                    </Link>
                </EmptyState>
            </div>
        );
    }
    const payment = await fetchOpenPayment(order);
    const reductionOf = (line: OrderLine) =>
        announced(
            notes.efiPriceReductions.find(item => item.productVariantId === line.productVariant.id),
            market.showsTax,
            market.showsTax ? line.unitPriceWithTax : line.unitPrice,
        );
    return (
        <div className="page pt-8 md:pt-12">
            <UndoRemoval lineIds={order.lines.map(line => line.id)} />
            <PageTitle>{t('title')}</PageTitle>
            <BroughtNotice order={order} from={from} missing={missing} />
            {payment && <OpenPaymentNotice intentId={payment.intentId} />}
            {order.efiPickUpPlace ? (
                <PlaceShortNotice place={order.efiPickUpPlace.name} shortfalls={notes.efiStockShortfalls} />
            ) : (
                <StockNotice shortfalls={notes.efiStockShortfalls} />
            )}
            <PriceChangeNotice
                currency={order.currencyCode}
                changes={withNames(notes.efiPriceChanges, order.lines)}
            />
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
                <CartSummary order={order} coupons={notes.efiCoupons} />
            </div>
            <div className="mt-20">
                <Rail placement="COMPLETE_THE_CART" list={completion} />
            </div>
        </div>
    );
}
