import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { api } from '@vendure/dashboard';
import { useAmountFormat } from '../shared/amount';
import type { DecisionDetail } from '../shared/decision.types';
import { type OrderPayment, orderPaymentsQuery } from './actions.graphql';

/** What becomes of the order and its money once it is accepted. */
export function AcceptingDoes({ decision }: { decision: DecisionDetail }) {
    const amount = useAmountFormat()(decision.amount, decision.currency);
    if (decision.needsSecondPerson && decision.acceptedOnceBy === null) {
        return (
            <p>
                <Trans>
                    An order over this amount needs two people. Yours is the first word: the order goes on
                    once a second person has accepted it as well.
                </Trans>
            </p>
        );
    }
    return (
        <p>
            <Trans>The order {decision.orderCode} goes on.</Trans>{' '}
            {decision.isCapturedAtOnce ? (
                <Trans>{amount} is held and is taken now.</Trans>
            ) : (
                <Trans>{amount} stays held until somebody takes it on the order’s page.</Trans>
            )}
        </p>
    );
}

/** What is given back once the order is rejected, payment by payment. */
export function RejectingDoes({ decision }: { decision: DecisionDetail }) {
    const { orderId, orderCode, currency } = decision;
    const format = useAmountFormat();
    const query = useQuery({
        queryKey: ['efi-fraud-order-payments', orderId],
        queryFn: () => api.query(orderPaymentsQuery, { id: orderId }),
        retry: false,
    });
    const { held, taken } = sums(query.data?.order?.payments ?? []);
    const heldText = format(held, currency);
    const takenText = format(taken, currency);
    return (
        <>
            <p>
                <Trans>The order {orderCode} is cancelled. This can’t be undone.</Trans>
            </p>
            {held > 0 && (
                <p>
                    <Trans>Void: {heldText} is held and is let go.</Trans>
                </p>
            )}
            {taken > 0 && (
                <p>
                    <Trans>Refund: {takenText} was taken and is paid back.</Trans>
                </p>
            )}
            {query.isError && (
                <p>
                    <Trans>Money that is held is let go, money that was taken is refunded.</Trans>
                </p>
            )}
        </>
    );
}

function sums(payments: readonly OrderPayment[]): { held: number; taken: number } {
    const held = payments.filter(({ state }) => state === 'Authorized');
    const taken = payments.filter(({ state }) => state === 'Settled');
    return { held: sum(held.map(({ amount }) => amount)), taken: sum(taken.map(leftOf)) };
}

function leftOf({ amount, refunds }: OrderPayment): number {
    return amount - sum(refunds.filter(({ state }) => state !== 'Failed').map(({ total }) => total));
}

function sum(amounts: readonly number[]): number {
    return amounts.reduce((total, amount) => total + amount, 0);
}
