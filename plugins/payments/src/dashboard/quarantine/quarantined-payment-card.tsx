import { Fact, Facts, Moment } from '@efi/plugin-kit/dashboard';
import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { BalanceFacts } from '../payments/balances';
import { OrderLink } from '../shared/order-link';
import type { QuarantinedPayment } from '../shared/payment.types';
import { QuarantineDecision } from './quarantine-decision';

/** One payment that waits for a person. */
export function QuarantinedPaymentCard({ payment }: { payment: QuarantinedPayment }) {
    return (
        <article className="space-y-4" aria-label={payment.orderCode}>
            <Facts>
                <Fact name={<Trans>Order</Trans>}>
                    <OrderLink payment={payment} />
                </Fact>
                <Fact name={<Trans>Provider</Trans>}>{payment.gateway}</Fact>
                <Fact name={<Trans>Begun</Trans>}>
                    <Moment toTheSecond at={payment.createdAt} />
                </Fact>
                <Fact name={<Trans>Ledger</Trans>}>
                    <Link to={`/payments/${payment.id}`} className="underline underline-offset-4">
                        <Trans>See all records</Trans>
                    </Link>
                </Fact>
            </Facts>
            <BalanceFacts payment={payment} />
            <QuarantineDecision payment={payment} />
        </article>
    );
}
