import { useFormatter, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { OrderLines } from '@/components/order/order-lines';
import { orderStateMessage } from '@/components/order/order-state';
import { OrderTotals } from '@/components/order/order-totals';
import { PickUpPlace } from '@/components/order/pick-up-place';
import { PostalAddress } from '@/components/order/postal-address';
import { contactAddress } from '@/lib/address/contact-address';
import { otherBillingAddress } from '@/lib/address/other-billing-address';
import type { Order } from '@/lib/vendure/order-fragment';

interface Props {
    readonly order: Order;
    /** Stands below the facts. */
    readonly children?: ReactNode;
}

export function OrderDetail({ order, children }: Props) {
    const t = useTranslations();
    const format = useFormatter();
    const address = contactAddress(order);
    const bill = otherBillingAddress(order);
    const facts = [
        { name: t('order.number'), value: <span data-testid="order-code">{order.code}</span> },
        {
            name: t('order.date'),
            value:
                order.orderPlacedAt && format.dateTime(new Date(order.orderPlacedAt), { dateStyle: 'long' }),
        },
        { name: t('order.status'), value: t(`order.${orderStateMessage(order.state)}`) },
        {
            name: t('order.deliverBy'),
            value: order.shippingLines.map(line => line.shippingMethod.name).join(', '),
        },
        {
            name: t('order.pickUpAt'),
            value: order.efiPickUpPlace && (
                <>
                    <PickUpPlace place={order.efiPickUpPlace} />
                    <p className="mt-2 text-sm text-muted">{t('order.bring')}</p>
                </>
            ),
        },
        {
            name: t(order.efiPickUpPlace ? 'order.billTo' : 'order.deliverTo'),
            value: address && <PostalAddress address={address} />,
        },
        { name: t('order.billTo'), value: bill && <PostalAddress address={bill} /> },
        { name: t('order.vatNumber'), value: order.efiVatNumber },
    ];
    return (
        <div className="grid items-start gap-10 lg:grid-cols-[1fr_24rem] lg:gap-16">
            <div>
                <dl className="grid content-start gap-x-10 gap-y-7 sm:grid-cols-2">
                    {facts
                        .filter(fact => fact.value)
                        .map(fact => (
                            <div key={fact.name}>
                                <dt className="text-sm text-muted">{fact.name}</dt>
                                <dd className="mt-1">{fact.value}</dd>
                            </div>
                        ))}
                </dl>
                {children}
            </div>
            <section aria-label={t('order.items')} className="rounded-2xl bg-surface p-6 md:p-8">
                <OrderLines order={order} />
                <div className="mt-6 border-t border-line pt-6">
                    <OrderTotals order={order} />
                </div>
            </section>
        </div>
    );
}
