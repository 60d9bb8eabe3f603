import { LoadFailed, Loading, Moment } from '@efi/plugin-kit/dashboard';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { api, Button, PermissionGuard, Progress, toast } from '@vendure/dashboard';
import { useEffect } from 'react';
import { useAdminQuery, useRefresh } from '../shared/use-admin-query';
import { cancelTrainingMutation, type Training, trainingQuery, trainMutation } from './models.graphql';

const ONE_SECOND = 1_000;

/** Trains in the worker, with progress; whoever comes later sees it too. */
export function TrainingNow() {
    const refresh = useRefresh();
    const query = useAdminQuery(trainingQuery, {}, data =>
        data?.efiRecommendationTraining?.isSettled === false ? ONE_SECOND : false,
    );
    const training = query.data?.efiRecommendationTraining ?? null;
    const isRunning = training !== null && !training.isSettled;
    useEffect(() => {
        if (training?.isSettled) {
            void refresh();
        }
        // When a training ends: `refresh` is a new function each time.
    }, [training?.id, training?.isSettled]);
    if (query.isPending) {
        return <Loading />;
    }
    if (query.isError) {
        return <LoadFailed query={query} />;
    }
    return (
        <div className="flex flex-wrap items-center gap-x-6 gap-y-4">
            <PermissionGuard requires={['ManageEfiRecommendations']}>
                <ActionButton isRunning={isRunning} />
            </PermissionGuard>
            <div className="min-w-0 grow">
                {training === null ? (
                    <p className="text-sm text-muted-foreground">
                        <Trans>No training is on record.</Trans>
                    </p>
                ) : isRunning ? (
                    <Running training={training} />
                ) : (
                    <Ended training={training} />
                )}
            </div>
        </div>
    );
}

function ActionButton({ isRunning }: { isRunning: boolean }) {
    const refresh = useRefresh();
    const change = useMutation({
        mutationFn: async () => {
            await (isRunning ? api.mutate(cancelTrainingMutation, {}) : api.mutate(trainMutation, {}));
            await refresh();
        },
        onError: error => toast.error(error.message),
    });
    return (
        <Button
            variant={isRunning ? 'outline' : 'default'}
            disabled={change.isPending}
            onClick={() => change.mutate()}
        >
            {isRunning ? <Trans>Cancel the training</Trans> : <Trans>Train now</Trans>}
        </Button>
    );
}

function Running({ training: { progress, state } }: { training: Training }) {
    const { t } = useLingui();
    return (
        <div className="max-w-md space-y-1">
            <Progress value={progress} aria-label={t`Training`} />
            <p role="status" className="text-xs text-muted-foreground">
                {state === 'RUNNING' ? (
                    <Trans>Training: {progress} %</Trans>
                ) : (
                    <Trans>Waiting for a worker</Trans>
                )}
            </p>
        </div>
    );
}

function Ended({ training: { state, settledAt, error, result } }: { training: Training }) {
    return (
        <p role="status" className="text-sm">
            {state === 'CANCELLED' ? (
                <Trans>The last training was cancelled.</Trans>
            ) : state === 'FAILED' ? (
                <span className="text-destructive">
                    <Trans>The last training failed.</Trans> {error}
                </span>
            ) : result?.trained === false ? (
                <Trans>Nothing was trained.</Trans>
            ) : result?.promoted ? (
                <Trans>The last training put its model in place.</Trans>
            ) : (
                <Trans>The last training's model was rejected.</Trans>
            )}{' '}
            {state === 'COMPLETED' && result?.reason}{' '}
            {settledAt !== null && (
                <span className="text-muted-foreground">
                    <Moment at={settledAt} />
                </span>
            )}
        </p>
    );
}
