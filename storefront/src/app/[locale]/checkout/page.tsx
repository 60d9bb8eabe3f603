import { ArrowLeft } from 'lucide-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PlaceShortNotice } from '@/components/order/place-short-notice';
import { OrderLines } from '@/components/order/order-lines';
import { OrderTotals } from '@/components/order/order-totals';
import { FormError } from '@/components/ui/form-message';
import { PageTitle } from '@/components/ui/page-title';
import { StockNotice } from '@/features/cart/stock-notice';
import { AppealPanel } from '@/features/appeal/appeal-panel';
import { fetchAppeal } from '@/features/appeal/appeal-queries';
import { fetchCheckoutMethods, fetchSavedCardsOf } from '@/features/checkout/checkout-queries';
import { CheckoutSteps } from '@/features/checkout/checkout-steps';
import { openCheckout } from '@/features/checkout/open-checkout';
import { OpenPaymentNotice } from '@/features/checkout/open-payment-notice';
import { fetchOpenPayment } from '@/features/checkout/payment-queries';
import { Link, redirect } from '@/i18n/navigation';
import { arrivals } from '@/lib/arrivals';
import { currentMarket } from '@/lib/market/current-market';
import { fetchActiveOrder } from '@/lib/vendure/active-order';
import { fetchCountries } from '@/lib/vendure/countries';
import { fetchCurrentCustomer } from '@/lib/vendure/current-customer';
import { fetchStockShortfalls } from '@/lib/vendure/stock-shortfalls';

interface Props {
    readonly searchParams: Promise<{ step?: string | string[]; coupon?: string | string[] }>;
}

export async function generateMetadata(): Promise<Metadata> {
    const t = await getTranslations('checkout');
    return { title: t('title'), robots: { index: false } };
}

export default async function CheckoutPage({ searchParams }: Props) {
    const [t, { step: asked, coupon }, { locale, market }, order, customer] = await Promise.all([
        getTranslations('checkout'),
        searchParams,
        currentMarket(),
        fetchActiveOrder(),
        fetchCurrentCustomer(),
    ]);
    if (!order || order.lines.length === 0) {
        return redirect({ href: '/cart', locale });
    }
    const payment = await fetchOpenPayment(order);
    if (payment && payment.status.state !== 'ACTION_REQUIRED') {
        return redirect({ href: `/checkout/payment/${payment.intentId}`, locale });
    }
    const [countries, methods, shortfalls] = await Promise.all([
        fetchCountries(),
        fetchCheckoutMethods(),
        fetchStockShortfalls(),
    ]);
    const { step, ...fetching } = await openCheckout(order, methods.shippingMethods, asked, locale);
    const arrival = await arrivals();
    const appeal = step === 'payment' ? await fetchAppeal(order.code) : undefined;
    const savedCards =
        customer && step === 'payment' ? await fetchSavedCardsOf(methods.paymentMethods) : undefined;
    return (
        <div className="page pt-8 md:pt-10">
            <Link
                href="/cart"
                className="mb-3 inline-flex min-h-11 items-center gap-2 text-sm text-muted hover:text-ink"
            >
                <ArrowLeft size={16} aria-hidden /> {t('backToCart')}
            </Link>
            <PageTitle>{t('title')}</PageTitle>
            <div className="grid items-start gap-10 lg:grid-cols-[1fr_25rem] lg:gap-16">
                <div className="max-w-2xl">
                    {coupon === 'removed' && <CouponRemoved />}
                    {payment && <OpenPaymentNotice intentId={payment.intentId} />}
                    {order.efiPickUpPlace ? (
                        <PlaceShortNotice place={order.efiPickUpPlace.name} shortfalls={shortfalls} />
                    ) : (
                        <StockNotice shortfalls={shortfalls} />
                    )}
                    <CheckoutSteps
                        order={order}
                        step={step}
                        customer={customer}
                        market={market}
                        countries={countries}
                        savedCards={savedCards}
                        arrivals={Object.fromEntries(
                            methods.shippingMethods.flatMap(({ id, efiDeliveryTime }) =>
                                efiDeliveryTime ? [[id, arrival(efiDeliveryTime)]] : [],
                            ),
                        )}
                        {...fetching}
                        {...methods}
                    />
                    <AppealPanel orderCode={order.code} appeal={appeal} />
                </div>
                <section
                    aria-labelledby="summary"
                    className="rounded-2xl bg-surface p-6 md:p-8 lg:sticky lg:top-28"
                >
                    <h2 id="summary" className="display mb-6 text-2xl">
                        {t('summary')}
                    </h2>
                    <OrderLines order={order} />
                    <div className="mt-6 border-t border-line pt-6">
                        <OrderTotals order={order} />
                    </div>
                </section>
            </div>
        </div>
    );
}

async function CouponRemoved() {
    const t = await getTranslations('problem');
    return (
        <div className="mb-8">
            <FormError>{t('couponRemoved')}</FormError>
        </div>
    );
}
