import { LabelBadge, LoadFailed, Loading, Moment, RecordTable } from '@efi/plugin-kit/dashboard';
import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { PermissionGuard, Progress } from '@vendure/dashboard';
import { modes, runStates } from '../shared/labels';
import { useAdminQuery } from '../shared/use-admin-query';
import { CancelRun, RollBackRun, StartRun } from './run-actions';
import { type Run, runsQuery } from './runs.graphql';

const SHOWN = 20;
const ONE_SECOND = 1_000;

function isGoingOn({ state }: Run): boolean {
    return state === 'pending' || state === 'running';
}

/** The newest runs. While one goes on, its progress is read every second. */
export function Runs() {
    const runs = useAdminQuery(runsQuery, { take: SHOWN }, data =>
        data?.efiPricingRuns.items.some(isGoingOn) ? ONE_SECOND : false,
    );
    if (runs.isPending) {
        return <Loading />;
    }
    if (runs.isError) {
        return <LoadFailed query={runs} />;
    }
    return (
        <div className="space-y-4">
            <PermissionGuard requires={['ManageEfiPricing']}>
                <StartRun />
            </PermissionGuard>
            <RecordTable
                rows={runs.data.efiPricingRuns.items}
                none={<Trans>No run yet.</Trans>}
                columns={[
                    {
                        title: <Trans>Run</Trans>,
                        cell: run => (
                            <span className="block">
                                <Link to={`/pricing-runs/${run.id}`} className="underline underline-offset-4">
                                    #{run.id}
                                </Link>{' '}
                                <Moment at={run.createdAt} />
                                <span className="block text-xs text-muted-foreground">
                                    {run.startedBy} · {run.currencyCode}
                                </span>
                            </span>
                        ),
                    },
                    {
                        title: <Trans>Mode</Trans>,
                        cell: ({ mode }) => <LabelBadge labels={modes} word={mode} />,
                    },
                    { title: <Trans>State</Trans>, cell: run => <RunState run={run} /> },
                    {
                        title: <Trans>Changed</Trans>,
                        cell: ({ changedPrices }) => <span className="tabular-nums">{changedPrices}</span>,
                    },
                    {
                        title: <Trans>Held for want of data</Trans>,
                        cell: ({ heldPrices }) => <span className="tabular-nums">{heldPrices}</span>,
                    },
                    {
                        title: null,
                        cell: run => (
                            <span className="flex justify-end">
                                {isGoingOn(run) ? (
                                    <PermissionGuard requires={['ManageEfiPricing']}>
                                        <CancelRun run={run} />
                                    </PermissionGuard>
                                ) : (
                                    run.state !== 'rolled-back' &&
                                    run.mode !== 'recommend' &&
                                    run.changedPrices > 0 && (
                                        <PermissionGuard requires={['ApproveEfiPrices']}>
                                            <RollBackRun run={run} />
                                        </PermissionGuard>
                                    )
                                )}
                            </span>
                        ),
                    },
                ]}
            />
        </div>
    );
}

function RunState({ run }: { run: Run }) {
    const { state, doneVariants, totalVariants, error } = run;
    return (
        <span className="block min-w-32 space-y-1 whitespace-normal">
            <LabelBadge labels={runStates} word={state} />
            {isGoingOn(run) && totalVariants > 0 && (
                <>
                    <Progress value={(100 * doneVariants) / totalVariants} />
                    <span role="status" className="block text-xs text-muted-foreground tabular-nums">
                        <Trans>
                            {doneVariants} of {totalVariants}
                        </Trans>
                    </span>
                </>
            )}
            {error !== null && <span className="block text-xs text-destructive">{error}</span>}
        </span>
    );
}
