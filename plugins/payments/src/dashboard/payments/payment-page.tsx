import { LoadFailed, Loading } from '@efi/plugin-kit/dashboard';
import { Trans } from '@lingui/react/macro';
import { Page, PageTitle } from '@vendure/dashboard';
import { paymentQuery } from '../shared/payments.graphql';
import { useAdminQuery } from '../shared/use-admin-query';
import { PaymentRecords } from './payment-records';

const FIVE_SECONDS = 5_000;

/** One payment with all that is known about it. Read again by itself while something is still to be done. */
export function PaymentPage({ id }: { id: string }) {
    const payment = useAdminQuery(paymentQuery, { id }, data =>
        data?.efiPaymentIntent?.nextStepAt ? FIVE_SECONDS : false,
    );
    const found = payment.data?.efiPaymentIntent;
    return (
        <Page pageId="efi-payment">
            <PageTitle>
                {found ? <Trans>Payment of {found.orderCode}</Trans> : <Trans>Payment</Trans>}
            </PageTitle>
            {payment.isPending ? (
                <Loading />
            ) : payment.isError ? (
                <LoadFailed query={payment} />
            ) : found ? (
                <PaymentRecords payment={found} />
            ) : (
                <p>
                    <Trans>There is no such payment in this channel.</Trans>
                </p>
            )}
        </Page>
    );
}
