import { Fact, Facts, LoadFailed, Loading, Moment, RecordTable, useLabel } from '@efi/plugin-kit/dashboard';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { api, Badge, Button, ConfirmationDialog, PermissionGuard, toast } from '@vendure/dashboard';
import { useState } from 'react';
import { arms, placements } from '../shared/labels';
import { type Interval, usePercent } from '../shared/rate';
import { useAdminQuery, useRefresh } from '../shared/use-admin-query';
import { ModelName } from './model-name';
import { RateText } from './placement-outcomes';
import { endExperimentMutation, type Experiment, experimentsQuery } from './results.graphql';
import { StartExperimentDialog } from './start-experiment-dialog';

export function Experiments() {
    const experiments = useAdminQuery(experimentsQuery, {});
    const [isStarting, setIsStarting] = useState(false);
    if (experiments.isPending) {
        return <Loading />;
    }
    if (experiments.isError) {
        return <LoadFailed query={experiments} />;
    }
    const all = experiments.data.efiRecommendationExperiments;
    return (
        <div className="space-y-6">
            {!all.some(({ endedAt }) => endedAt === null) && (
                <div className="flex flex-wrap items-center gap-4">
                    <p className="text-sm text-muted-foreground">
                        <Trans>No experiment runs.</Trans>
                    </p>
                    <PermissionGuard requires={['ManageEfiRecommendations']}>
                        <Button size="sm" onClick={() => setIsStarting(true)}>
                            <Trans>Start an experiment…</Trans>
                        </Button>
                    </PermissionGuard>
                </div>
            )}
            {isStarting && <StartExperimentDialog onClose={() => setIsStarting(false)} />}
            {all.map(experiment => (
                <ExperimentReport key={experiment.id} experiment={experiment} />
            ))}
        </div>
    );
}

function ExperimentReport({ experiment }: { experiment: Experiment }) {
    const label = useLabel();
    const percent = usePercent();
    const { placement, challengerId, share, startedAt, startedBy, endedAt } = experiment;
    return (
        <section className="space-y-4 border-t pt-4 first:border-0 first:pt-0">
            <Facts>
                <Fact name={<Trans>State</Trans>}>
                    {endedAt === null ? (
                        <Badge variant="success">
                            <Trans>Running</Trans>
                        </Badge>
                    ) : (
                        <Badge variant="outline">
                            <Trans>Ended</Trans>
                        </Badge>
                    )}
                </Fact>
                <Fact name={<Trans>Placement</Trans>}>
                    {placement === null ? <Trans>All placements</Trans> : label(placements, placement)}
                </Fact>
                <Fact name={<Trans>Challenger</Trans>}>
                    <ModelName id={challengerId} />
                </Fact>
                <Fact name={<Trans>Sees the challenger</Trans>}>{percent(share)}</Fact>
                <Fact name={<Trans>Started</Trans>}>
                    <Moment at={startedAt} /> · {startedBy}
                </Fact>
                {endedAt !== null && (
                    <Fact name={<Trans>Ended</Trans>}>
                        <Moment at={endedAt} />
                    </Fact>
                )}
                <Fact name={<Trans>Difference in clicks</Trans>}>
                    <Difference interval={experiment.clickedDifference} />
                </Fact>
                <Fact name={<Trans>Difference in purchases</Trans>}>
                    <Difference interval={experiment.boughtDifference} />
                </Fact>
            </Facts>
            <RecordTable
                rows={experiment.arms.map(arm => ({ ...arm, id: arm.arm }))}
                none={null}
                columns={[
                    { title: <Trans>Side</Trans>, cell: ({ arm }) => label(arms, arm) },
                    { title: <Trans>Lists shown</Trans>, cell: ({ shown }) => shown },
                    { title: <Trans>Clicked</Trans>, cell: ({ clicked }) => <RateText rate={clicked} /> },
                    { title: <Trans>In the cart</Trans>, cell: ({ inCart }) => <RateText rate={inCart} /> },
                    { title: <Trans>Bought</Trans>, cell: ({ bought }) => <RateText rate={bought} /> },
                ]}
            />
            {endedAt === null && <EndButton id={experiment.id} />}
        </section>
    );
}

/** In points of a per cent, challenger less model in place. */
function Difference({ interval: { from, to } }: { interval: Interval }) {
    const percent = usePercent();
    const verdict =
        from > 0 ? (
            <Trans>Challenger leads</Trans>
        ) : to < 0 ? (
            <Trans>Model in place leads</Trans>
        ) : (
            <Trans>Open</Trans>
        );
    return (
        <span className="tabular-nums">
            {percent(from)} … {percent(to)} · {verdict}
        </span>
    );
}

function EndButton({ id }: { id: string }) {
    const { t } = useLingui();
    const refresh = useRefresh();
    const end = useMutation({
        mutationFn: () => api.mutate(endExperimentMutation, { id }),
        onSuccess: refresh,
        onError: error => toast.error(error.message),
    });
    return (
        <PermissionGuard requires={['ManageEfiRecommendations']}>
            <ConfirmationDialog
                title={t`End the experiment?`}
                description={t`All shoppers see the model in place again. What was counted is kept.`}
                confirmText={t`End it`}
                onConfirm={() => end.mutate()}
            >
                <Button variant="outline" size="sm" disabled={end.isPending}>
                    <Trans>End the experiment…</Trans>
                </Button>
            </ConfirmationDialog>
        </PermissionGuard>
    );
}
