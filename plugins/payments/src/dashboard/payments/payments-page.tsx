import { LabelBadge, Moment, useLabel } from '@efi/plugin-kit/dashboard';
import { Trans, useLingui } from '@lingui/react/macro';
import { api, DetailPageButton, ListPage } from '@vendure/dashboard';
import type { ComponentProps } from 'react';
import { gatewaysQuery } from '../shared/gateways.graphql';
import { AmountText } from '../shared/amount';
import type { Balances } from '../shared/payment.types';
import { paymentStates } from '../shared/labels';
import { paymentsQuery } from '../shared/payments.graphql';
import { useRereadingWhileUnderWay } from './rereading';

type Route = ComponentProps<typeof ListPage>['route'];

/** All payments, the newest first, with what became of their money. */
export function PaymentsPage({ route }: { route: Route }) {
    const { t } = useLingui();
    const label = useLabel();
    const look = useRereadingWhileUnderWay();
    return (
        <ListPage
            pageId="efi-payments"
            title={<Trans>Payments</Trans>}
            route={route}
            listQuery={paymentsQuery}
            transformData={look}
            onSearchTermChange={term => ({ orderCode: { contains: term } })}
            defaultSort={[{ id: 'createdAt', desc: true }]}
            defaultColumnOrder={['createdAt', 'orderCode', 'state', 'money', 'balances', 'gateway']}
            defaultVisibility={{ id: false, updatedAt: false, orderId: false, providerReference: false }}
            includeSelectionColumn={false}
            customizeColumns={{
                createdAt: {
                    header: () => <Trans>Payment</Trans>,
                    meta: { dependencies: ['id'] },
                    cell: ({ row: { original } }) => (
                        <DetailPageButton
                            id={original.id}
                            label={<Moment toTheSecond at={original.createdAt} />}
                        />
                    ),
                },
                orderCode: {
                    header: () => <Trans>Order</Trans>,
                    meta: { dependencies: ['orderId'] },
                    cell: ({ row: { original } }) => (
                        <DetailPageButton href={`/orders/${original.orderId}`} label={original.orderCode} />
                    ),
                },
                state: {
                    header: () => <Trans>State</Trans>,
                    cell: ({ row }) => <LabelBadge labels={paymentStates} word={row.original.state} />,
                },
                money: {
                    header: () => <Trans>Amount</Trans>,
                    cell: ({ row }) => <AmountText amount={row.original.money} />,
                },
                balances: {
                    header: () => <Trans>Captured / refunded</Trans>,
                    cell: ({ row: { original } }) => <TakenAndGivenBack balances={original.balances} />,
                },
                gateway: { header: () => <Trans>Provider</Trans> },
                providerReference: { header: () => <Trans>Reference at the provider</Trans> },
            }}
            facetedFilters={{
                state: {
                    title: t`State`,
                    options: Object.keys(paymentStates).map(state => ({
                        value: state,
                        label: label(paymentStates, state),
                    })),
                },
                gateway: { title: t`Provider`, optionsFn: gatewayOptions },
            }}
        />
    );
}

async function gatewayOptions() {
    const { efiPaymentGateways } = await api.query(gatewaysQuery, {});
    return efiPaymentGateways.map(({ name }) => ({ label: name, value: name }));
}

function TakenAndGivenBack({ balances }: { balances: Balances }) {
    const { currencyCode, captured, refunded } = balances;
    return (
        <span className="whitespace-nowrap">
            <AmountText amount={{ value: captured, currencyCode }} />
            {refunded > 0 && (
                <span className="text-muted-foreground">
                    {' / '}
                    <AmountText amount={{ value: refunded, currencyCode }} />
                </span>
            )}
        </span>
    );
}
