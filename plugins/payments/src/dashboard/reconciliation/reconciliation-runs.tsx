import {
    type Label,
    LabelBadge,
    LoadFailed,
    Loading,
    Moment,
    RecordTable,
    ShowMore,
} from '@efi/plugin-kit/dashboard';
import { msg } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { useAdminQuery } from '../shared/use-admin-query';
import { type Reconciliation, reconciliationsQuery } from './reconciliation.graphql';

const SHOWN = 10;
const THREE_SECONDS = 3_000;

const states: Readonly<Record<string, Label>> = {
    running: { text: msg`Running`, variant: 'secondary' },
    completed: { text: msg`Completed`, variant: 'success' },
    failed: { text: msg`Failed`, variant: 'destructive' },
};

/** What was compared, the newest first. Read again by itself while something runs. */
export function ReconciliationRuns() {
    const [take, setTake] = useState(SHOWN);
    const runs = useAdminQuery(reconciliationsQuery, { take }, data =>
        data?.efiReconciliations.items.some(({ state }) => state === 'running') ? THREE_SECONDS : false,
    );
    if (runs.isPending) {
        return <Loading />;
    }
    if (runs.isError) {
        return <LoadFailed query={runs} />;
    }
    const { items, totalItems } = runs.data.efiReconciliations;
    return (
        <>
            <RecordTable
                rows={items}
                none={<Trans>Nothing was compared yet. It is done each night, by itself.</Trans>}
                columns={[
                    {
                        title: <Trans>Begun</Trans>,
                        cell: ({ createdAt }) => <Moment toTheSecond at={createdAt} />,
                    },
                    { title: <Trans>Provider</Trans>, cell: ({ gateway }) => gateway },
                    { title: <Trans>Period</Trans>, cell: run => <Period run={run} /> },
                    { title: <Trans>State</Trans>, cell: run => <Outcome run={run} /> },
                    { title: <Trans>Movements</Trans>, cell: ({ movements }) => movements },
                    { title: <Trans>Booked later</Trans>, cell: ({ repaired }) => repaired },
                    { title: <Trans>Discrepancies</Trans>, cell: ({ discrepancies }) => discrepancies },
                ]}
            />
            <ShowMore
                shown={items.length}
                total={totalItems}
                isLoading={runs.isFetching}
                onMore={() => setTake(take + SHOWN)}
            />
        </>
    );
}

function Period({ run: { periodFrom, periodTo } }: { run: Reconciliation }) {
    return (
        <>
            <Moment toTheSecond at={periodFrom} /> –<br />
            <Moment toTheSecond at={periodTo} />
        </>
    );
}

function Outcome({ run: { state, error } }: { run: Reconciliation }) {
    return (
        <>
            <LabelBadge labels={states} word={state} />
            {error && (
                <p className="mt-1 max-w-80 min-w-40 whitespace-normal text-muted-foreground">{error}</p>
            )}
        </>
    );
}
