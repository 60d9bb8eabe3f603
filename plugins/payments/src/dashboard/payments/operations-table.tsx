import { LabelBadge, Moment, RecordTable, useLabel } from '@efi/plugin-kit/dashboard';
import { Trans } from '@lingui/react/macro';
import { AmountText } from '../shared/amount';
import { operationKinds, operationStates } from '../shared/labels';
import type { Operation } from '../shared/payment.types';
import { Reference } from '../shared/reference';

/** The calls that move money, with how they ended. */
export function OperationsTable({ operations }: { operations: readonly Operation[] }) {
    const label = useLabel();
    return (
        <RecordTable
            rows={operations}
            none={<Trans>The provider has not been called.</Trans>}
            columns={[
                { title: <Trans>Call</Trans>, cell: ({ kind }) => label(operationKinds, kind) },
                { title: <Trans>Amount</Trans>, cell: ({ money }) => <AmountText amount={money} /> },
                { title: <Trans>State</Trans>, cell: operation => <Outcome operation={operation} /> },
                { title: <Trans>Failed tries</Trans>, cell: ({ attempts }) => attempts },
                {
                    title: <Trans>When</Trans>,
                    cell: ({ createdAt }) => <Moment toTheSecond at={createdAt} />,
                },
                {
                    title: <Trans>Idempotency key</Trans>,
                    cell: ({ idempotencyKey }) => <Reference>{idempotencyKey}</Reference>,
                },
            ]}
        />
    );
}

function Outcome({ operation: { state, error } }: { operation: Operation }) {
    return (
        <>
            <LabelBadge labels={operationStates} word={state} />
            {error && <p className="mt-1 max-w-80 whitespace-normal text-muted-foreground">{error}</p>}
        </>
    );
}
