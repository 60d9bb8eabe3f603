import { LabelBadge, Moment, RecordTable, useLabel } from '@efi/plugin-kit/dashboard';
import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { Due } from '../shared/due';
import { kinds, proofs, states } from '../shared/labels';
import { Person } from '../shared/person';
import type { RequestSummary } from './requests.graphql';

export function RequestTable({ requests }: { requests: readonly RequestSummary[] }) {
    const label = useLabel();
    return (
        <RecordTable
            rows={requests}
            none={<Trans>There are no such requests.</Trans>}
            columns={[
                {
                    title: <Trans>What is asked for</Trans>,
                    cell: ({ id, kind }) => (
                        <Link
                            to={`/privacy-requests/${id}`}
                            className="font-medium underline underline-offset-4"
                        >
                            {label(kinds, kind)}
                        </Link>
                    ),
                },
                { title: <Trans>Person</Trans>, cell: request => <Person of={request} /> },
                {
                    title: <Trans>Where it stands</Trans>,
                    cell: ({ state }) => <LabelBadge labels={states} word={state} />,
                },
                {
                    title: <Trans>Deadline</Trans>,
                    cell: ({ dueAt, endedAt }) =>
                        endedAt ? <Ended at={endedAt} dueAt={dueAt} /> : <Due at={dueAt} />,
                },
                {
                    title: <Trans>Who asks is known</Trans>,
                    cell: ({ verifiedBy }) =>
                        verifiedBy ? label(proofs, verifiedBy) : <Trans>Not yet</Trans>,
                },
                { title: <Trans>Asked</Trans>, cell: ({ createdAt }) => <Moment at={createdAt} /> },
            ]}
        />
    );
}

function Ended({ at, dueAt }: { at: string; dueAt: string }) {
    return (
        <div className="text-sm">
            <Moment at={at} />
            {new Date(at) > new Date(dueAt) && (
                <p className="text-xs text-destructive">
                    <Trans>after the deadline</Trans>
                </p>
            )}
        </div>
    );
}
