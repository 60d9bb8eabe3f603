import { useTranslations } from 'next-intl';
import { PickUpPlace } from '@/components/order/pick-up-place';
import { PostalAddress } from '@/components/order/postal-address';
import { Link } from '@/i18n/navigation';
import { contactAddress } from '@/lib/address/contact-address';
import { otherBillingAddress } from '@/lib/address/other-billing-address';
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
import type { PlaceView } from './place-view';
import { ANOTHER, addressBook } from './saved-addresses';
import { StepSection } from './step-section';

interface Props {
    readonly order: Order;
    readonly step: Step;
    readonly customer: Customer | undefined;
    readonly market: Market;
    readonly countries: readonly Country[];
    readonly shippingMethods: readonly ShippingMethod[];
    readonly paymentMethods: readonly PaymentMethod[];
    /** Where the order can be fetched, for the step that asks. */
    readonly places: readonly PlaceView[];
    readonly initialPlace: string | undefined;
    /** When an order arrives, by the shipping method's id. */
    readonly arrivals: Readonly<Record<string, string>>;
    /** By the payment method's code; absent for guests. */
    readonly savedCards: Readonly<Record<string, readonly SavedCard[]>> | undefined;
}

/** The three parts of the checkout on one page. */
export function CheckoutSteps(props: Props) {
    const { order, step, customer, market } = props;
    const [t, orderTexts] = [useTranslations('checkout'), useTranslations('order')];
    const [shipping] = order.shippingLines;
    const address = contactAddress(order);
    const bill = otherBillingAddress(order);
    const book = addressBook(customer?.addresses, order, props.countries);
    return (
        <>
            <StepSection
                step="address"
                current={step}
                summary={
                    <>
                        <p className="mb-2">{order.customer?.emailAddress}</p>
                        {address && <PostalAddress address={address} />}
                        {bill && (
                            <div className="mt-2">
                                <p>{orderTexts('billTo')}</p>
                                <PostalAddress address={bill} />
                            </div>
                        )}
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
                        ...(book && book.delivery !== ANOTHER
                            ? withoutAddresses(order, customer)
                            : { order, customer }),
                        marketCountry: market.country,
                        countries: props.countries,
                    })}
                    accountEmail={customer?.emailAddress}
                    book={book}
                />
            </StepSection>
            <StepSection
                step="delivery"
                current={step}
                summary={
                    <>
                        <p>{shipping?.shippingMethod.name}</p>
                        {order.efiPickUpPlace && (
                            <div className="mt-2">
                                <PickUpPlace place={order.efiPickUpPlace} />
                            </div>
                        )}
                    </>
                }
            >
                <DeliveryForm
                    methods={props.shippingMethods}
                    chosen={shipping?.shippingMethod.id}
                    currency={order.currencyCode}
                    places={props.places}
                    initialPlace={props.initialPlace}
                    arrivals={props.arrivals}
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

/** For a form that asks for an address which is not in the book. */
function withoutAddresses(order: Order, customer: Customer | undefined) {
    return {
        order: { ...order, shippingAddress: null, billingAddress: null },
        customer: customer && { ...customer, addresses: [] },
    };
}
