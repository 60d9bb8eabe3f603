import { useTranslations } from 'next-intl';
import { PostalAddress } from '@/components/order/postal-address';
import { Link } from '@/i18n/navigation';
import type { Market } from '@/lib/market/market';
import type { Country } from '@/lib/vendure/countries';
import type { Customer } from '@/lib/vendure/current-customer';
import type { Order } from '@/lib/vendure/order-fragment';
import type { SavedCard } from '@/lib/vendure/saved-cards';
import { AddressForm } from './address-form';
import type { PaymentMethod, ShippingMethod } from './checkout-documents';
import type { Step } from './checkout-step';
import { DeliveryForm } from './delivery-form';
import { initialAddress } from './initial-address';
import { PaymentForm } from './payment-form';
import { StepSection } from './step-section';

interface Props {
    readonly order: Order;
    readonly step: Step;
    readonly customer: Customer | undefined;
    readonly market: Market;
    readonly countries: readonly Country[];
    readonly shippingMethods: readonly ShippingMethod[];
    readonly paymentMethods: readonly PaymentMethod[];
    /** By the payment method's code; absent for guests. */
    readonly savedCards: Readonly<Record<string, readonly SavedCard[]>> | undefined;
}

/** The three parts of the checkout on one page. */
export function CheckoutSteps(props: Props) {
    const { order, step, customer, market } = props;
    const t = useTranslations('checkout');
    const [shipping] = order.shippingLines;
    return (
        <>
            <StepSection
                step="address"
                current={step}
                summary={
                    <>
                        <p className="mb-2">{order.customer?.emailAddress}</p>
                        {order.shippingAddress && <PostalAddress address={order.shippingAddress} />}
                        {order.efiVatNumber && (
                            <p className="mt-2">{t('vatNumberOf', { number: order.efiVatNumber })}</p>
                        )}
                    </>
                }
            >
                {!customer && (
                    <p className="mb-6 text-[0.95rem] text-muted">
                        {t.rich('signInHint', {
                            link: chunks => (
                                <Link
                                    href="/sign-in?to=checkout"
                                    className="text-ink underline underline-offset-4"
                                >
                                    {chunks}
                                </Link>
                            ),
                        })}
                    </p>
                )}
                <AddressForm
                    countries={props.countries}
                    initial={initialAddress({
                        order,
                        customer,
                        marketCountry: market.country,
                        countries: props.countries,
                    })}
                    accountEmail={customer?.emailAddress}
                />
            </StepSection>
            <StepSection step="delivery" current={step} summary={shipping?.shippingMethod.name}>
                <DeliveryForm
                    methods={props.shippingMethods}
                    chosen={shipping?.shippingMethod.id}
                    currency={order.currencyCode}
                />
            </StepSection>
            <StepSection step="payment" current={step} summary={null}>
                <PaymentForm
                    methods={props.paymentMethods}
                    orderCode={order.code}
                    total={order.totalWithTax}
                    currency={order.currencyCode}
                    savedCards={props.savedCards}
                />
            </StepSection>
        </>
    );
}
