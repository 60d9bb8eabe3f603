import { LabelBadge, LoadFailed, Loading, Moment } from '@efi/plugin-kit/dashboard';
import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { LedgerTable } from '../payments/ledger-table';
import { AmountText } from '../shared/amount';
import { paymentStates } from '../shared/labels';
import { useAdminQuery } from '../shared/use-admin-query';
import { orderPaymentsQuery, type OrderPayment } from './order-payments.graphql';

/** Every attempt to pay an order, with the money that moved. */
export function OrderPayments({ orderCode }: { orderCode: string }) {
    const payments = useAdminQuery(orderPaymentsQuery, { orderCode });
    if (payments.isPending) {
        return <Loading />;
    }
    if (payments.isError) {
        return <LoadFailed query={payments} />;
    }
    const { items } = payments.data.efiPaymentIntents;
    return items.length === 0 ? (
        <p className="text-sm text-muted-foreground">
            <Trans>Nobody has tried to pay by a provider.</Trans>
        </p>
    ) : (
        <ul className="space-y-6">
            {items.map(payment => (
                <li key={payment.id}>
                    <Attempt payment={payment} />
                </li>
            ))}
        </ul>
    );
}

function Attempt({ payment }: { payment: OrderPayment }) {
    return (
        <>
            <div className="mb-2 flex flex-wrap items-center gap-x-4 gap-y-1 text-sm">
                <LabelBadge labels={paymentStates} word={payment.state} />
                <AmountText amount={payment.money} />
                <span>{payment.gateway}</span>
                <Moment toTheSecond at={payment.createdAt} />
                <Link to={`/payments/${payment.id}`} className="underline underline-offset-4">
                    <Trans>See all records</Trans>
                </Link>
            </div>
            <LedgerTable ledger={payment.ledger} />
        </>
    );
}
