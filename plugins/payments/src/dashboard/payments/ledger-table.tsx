import { Trans } from '@lingui/react/macro';
import { AmountText } from '../shared/amount';
import { movementKinds, movementSources, useLabel } from '../shared/labels';
import { Moment } from '../shared/moment';
import type { LedgerEntry } from '../shared/payment.types';
import { RecordTable } from '../shared/record-table';
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
                { title: <Trans>When</Trans>, cell: ({ occurredAt }) => <Moment at={occurredAt} /> },
                { title: <Trans>Told by</Trans>, cell: ({ source }) => label(movementSources, source) },
                {
                    title: <Trans>Reference at the provider</Trans>,
                    cell: ({ providerReference }) => <Reference>{providerReference}</Reference>,
                },
            ]}
        />
    );
}
