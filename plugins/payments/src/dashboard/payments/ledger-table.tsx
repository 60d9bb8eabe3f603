import { Moment, RecordTable, useLabel } from '@efi/plugin-kit/dashboard';
import { Trans } from '@lingui/react/macro';
import { AmountText } from '../shared/amount';
import { movementKinds, movementSources } from '../shared/labels';
import type { LedgerEntry } from '../shared/payment.types';
import { Reference } from '../shared/reference';

/** All money that moved, in the order of booking. */
export function LedgerTable({ ledger }: { ledger: readonly LedgerEntry[] }) {
    const label = useLabel();
    return (
        <RecordTable
            rows={ledger}
            none={<Trans>No money has moved.</Trans>}
            columns={[
                { title: <Trans>Movement</Trans>, cell: ({ kind }) => label(movementKinds, kind) },
                { title: <Trans>Amount</Trans>, cell: ({ money }) => <AmountText amount={money} /> },
                {
                    title: <Trans>When</Trans>,
                    cell: ({ occurredAt }) => <Moment toTheSecond at={occurredAt} />,
                },
                { title: <Trans>Told by</Trans>, cell: ({ source }) => label(movementSources, source) },
                {
                    title: <Trans>Reference at the provider</Trans>,
                    cell: ({ providerReference }) => <Reference>{providerReference}</Reference>,
                },
            ]}
        />
    );
}
