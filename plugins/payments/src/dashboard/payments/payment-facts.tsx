import { Fact, LabelBadge, Moment } from '@efi/plugin-kit/dashboard';
import { Trans } from '@lingui/react/macro';
import { paymentStates } from '../shared/labels';
import type { PaymentDetail } from '../shared/payment.types';
import { Reference } from '../shared/reference';
import { OrderLink } from '../shared/order-link';

/** Where a payment stands, and what it belongs to. */
export function PaymentFacts({ payment }: { payment: PaymentDetail }) {
    const { card, failureMessage, nextStepAt } = payment;
    return (
        <dl className="space-y-4">
            <Fact name={<Trans>State</Trans>}>
                <LabelBadge labels={paymentStates} word={payment.state} />
            </Fact>
            {failureMessage && (
                <Fact name={<Trans>Why it ended</Trans>}>
                    {failureMessage} {payment.failureCode && <Reference>{payment.failureCode}</Reference>}
                </Fact>
            )}
            <Fact name={<Trans>Order</Trans>}>
                <OrderLink payment={payment} />
            </Fact>
            <Fact name={<Trans>Payment method</Trans>}>{payment.methodCode}</Fact>
            <Fact name={<Trans>Provider</Trans>}>{payment.gateway}</Fact>
            {payment.providerReference && (
                <Fact name={<Trans>Reference at the provider</Trans>}>
                    <Reference>{payment.providerReference}</Reference>
                </Fact>
            )}
            {card?.last4 && (
                <Fact name={<Trans>Card</Trans>}>
                    {card.brand} •••• {card.last4}
                </Fact>
            )}
            <Fact name={<Trans>Capture</Trans>}>
                {payment.captureMode === 'manual' ? <Trans>by hand</Trans> : <Trans>by itself</Trans>}
            </Fact>
            <Fact name={<Trans>Begun</Trans>}>
                <Moment toTheSecond at={payment.createdAt} />
            </Fact>
            {nextStepAt && (
                <Fact name={<Trans>Looked at again</Trans>}>
                    <Moment toTheSecond at={nextStepAt} />
                </Fact>
            )}
        </dl>
    );
}
