import { type Label, Moment, RecordTable, useLabel } from '@efi/plugin-kit/dashboard';
import { msg } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { AmountText } from '../shared/amount';
import { movementKinds } from '../shared/labels';
import type { Amount } from '../shared/payment.types';
import { Reference } from '../shared/reference';
import type { Discrepancy } from './reconciliation.graphql';
import { ResolveDiscrepancy } from './resolve-discrepancy';

const kinds: Readonly<Record<string, Label>> = {
    'missing-here': { text: msg`Only the provider has it` },
    'missing-there': { text: msg`Only the ledger has it` },
    differs: { text: msg`The amounts differ` },
};

export function DiscrepancyTable({
    discrepancies,
    isOpen,
}: {
    discrepancies: readonly Discrepancy[];
    isOpen: boolean;
}) {
    const label = useLabel();
    return (
        <RecordTable
            rows={discrepancies}
            none={
                isOpen ? (
                    <Trans>The ledger and the providers' books are alike.</Trans>
                ) : (
                    <Trans>Nothing had to be resolved.</Trans>
                )
            }
            columns={[
                { title: <Trans>What is wrong</Trans>, cell: ({ kind }) => label(kinds, kind) },
                {
                    title: <Trans>Movement</Trans>,
                    cell: ({ movementKind }) => label(movementKinds, movementKind),
                },
                { title: <Trans>At the provider</Trans>, cell: ({ there }) => <Maybe amount={there} /> },
                { title: <Trans>In the ledger</Trans>, cell: ({ here }) => <Maybe amount={here} /> },
                {
                    title: <Trans>When</Trans>,
                    cell: ({ occurredAt }) => <Moment toTheSecond at={occurredAt} />,
                },
                {
                    title: isOpen ? <Trans>Decision</Trans> : <Trans>Resolved</Trans>,
                    cell: discrepancy =>
                        isOpen ? (
                            <ResolveDiscrepancy discrepancy={discrepancy} />
                        ) : (
                            <Resolved discrepancy={discrepancy} />
                        ),
                },
                { title: <Trans>Payment</Trans>, cell: ({ intentId }) => <PaymentLink id={intentId} /> },
                {
                    title: <Trans>Reference at the provider</Trans>,
                    cell: ({ gateway, providerReference }) => (
                        <>
                            <p>{gateway}</p>
                            <Reference>{providerReference}</Reference>
                        </>
                    ),
                },
            ]}
        />
    );
}

function Maybe({ amount }: { amount: Amount | null }) {
    return amount ? <AmountText amount={amount} /> : '–';
}

function PaymentLink({ id }: { id: string | null }) {
    return id ? (
        <Link to={`/payments/${id}`} className="underline underline-offset-4">
            <Trans>See all records</Trans>
        </Link>
    ) : (
        <Trans>none</Trans>
    );
}

function Resolved({ discrepancy: { resolvedAt, resolvedBy, reason } }: { discrepancy: Discrepancy }) {
    return (
        <div className="max-w-80 min-w-40 whitespace-normal">
            {reason ?? <Trans>A later comparison found it right.</Trans>}
            <p className="text-muted-foreground">
                {resolvedBy} {resolvedAt && <Moment toTheSecond at={resolvedAt} />}
            </p>
        </div>
    );
}
