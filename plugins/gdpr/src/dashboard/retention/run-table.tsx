import { Moment, RecordTable } from '@efi/plugin-kit/dashboard';
import { Trans } from '@lingui/react/macro';
import { Badge } from '@vendure/dashboard';
import type { Run } from './retention.graphql';

/** What rules found and did, the newest first. */
export function RunTable({ runs }: { runs: readonly Run[] }) {
    return (
        <RecordTable
            rows={runs.map(run => ({ ...run, id: `${run.rule} ${run.startedAt}` }))}
            none={<Trans>No rule was applied yet.</Trans>}
            columns={[
                { title: <Trans>When</Trans>, cell: ({ startedAt }) => <Moment at={startedAt} /> },
                {
                    title: <Trans>Rule</Trans>,
                    cell: ({ rule }) => <span className="font-mono text-xs">{rule}</span>,
                },
                { title: <Trans>Its time was over</Trans>, cell: ({ due }) => due },
                {
                    title: <Trans>Gone</Trans>,
                    cell: ({ done, isDryRun }) =>
                        isDryRun ? (
                            <Badge variant="outline">
                                <Trans>only counted</Trans>
                            </Badge>
                        ) : (
                            done
                        ),
                },
                { title: <Trans>Outcome</Trans>, cell: run => <Outcome run={run} /> },
            ]}
        />
    );
}

function Outcome({ run: { problem, endedAt, isDryRun, due, done } }: { run: Run }) {
    if (problem) {
        return (
            <Badge variant="destructive">
                <Trans>failed with {problem}</Trans>
            </Badge>
        );
    }
    if (!endedAt) {
        return <Trans>running, or cut off</Trans>;
    }
    return isDryRun || done >= due ? <Trans>done</Trans> : <Trans>the next run does the rest</Trans>;
}
