import { LoadFailed, Loading, ReasonDialog } from '@efi/plugin-kit/dashboard';
import { Trans, useLingui } from '@lingui/react/macro';
import { plural } from '@lingui/core/macro';
import { useMutation } from '@tanstack/react-query';
import { api, Button, PermissionGuard, toast } from '@vendure/dashboard';
import { useState } from 'react';
import { useAdminQuery, useRefresh } from '../shared/use-admin-query';
import { DecisionTable } from './decision-table';
import { approveMutation, decisionsQuery, rejectMutation } from './runs.graphql';

const STEP = 25;
/** As many as the server gives at once. */
const MOST = 200;

/** Prices that wait for a person. Some or all can be decided at once. */
export function ApprovalQueue() {
    const { t } = useLingui();
    const refresh = useRefresh();
    const [chosen, choose] = useState<ReadonlySet<string>>(new Set());
    const [isRejecting, setRejecting] = useState(false);
    const [take, setTake] = useState(STEP);
    const waiting = useAdminQuery(decisionsQuery, { state: 'waiting', take });
    const items = waiting.data?.efiPriceDecisions.items ?? [];
    // What somebody else decided meanwhile is no longer there to be chosen.
    const ids = items.map(({ id }) => id).filter(id => chosen.has(id));
    const after = async () => {
        choose(new Set());
        await refresh();
    };
    const approve = useMutation({
        mutationFn: () => api.mutate(approveMutation, { ids }),
        onSuccess: async ({ approveEfiPriceDecisions: { changed, overtaken } }) => {
            toast.success(plural(changed, { one: '# price is changed.', other: '# prices are changed.' }));
            if (overtaken > 0) {
                toast.warning(
                    plural(overtaken, {
                        one: '# price was left, since somebody changed it meanwhile.',
                        other: '# prices were left, since somebody changed them meanwhile.',
                    }),
                );
            }
            await after();
        },
        onError: error => toast.error(error.message),
    });
    const reject = async (reason: string) => {
        await api.mutate(rejectMutation, { ids, reason });
        await after();
    };
    if (waiting.isPending) {
        return <Loading />;
    }
    if (waiting.isError) {
        return <LoadFailed query={waiting} />;
    }
    if (items.length === 0) {
        return (
            <p className="text-sm text-muted-foreground">
                <Trans>No price waits for approval.</Trans>
            </p>
        );
    }
    const total = waiting.data.efiPriceDecisions.totalItems;
    const shown = items.length;
    const isAll = ids.length === shown;
    return (
        <div className="space-y-4">
            <PermissionGuard requires={['ApproveEfiPrices']}>
                <div className="flex flex-wrap items-center gap-3">
                    <Button
                        variant="outline"
                        size="sm"
                        onClick={() => choose(new Set(isAll ? [] : items.map(({ id }) => id)))}
                    >
                        {isAll ? <Trans>Choose none</Trans> : <Trans>Choose all</Trans>}
                    </Button>
                    <Button
                        size="sm"
                        disabled={ids.length === 0 || approve.isPending}
                        onClick={() => approve.mutate()}
                    >
                        <Trans>Approve ({ids.length})</Trans>
                    </Button>
                    <Button
                        variant="outline"
                        size="sm"
                        disabled={ids.length === 0 || approve.isPending}
                        onClick={() => setRejecting(true)}
                    >
                        <Trans>Reject ({ids.length})…</Trans>
                    </Button>
                </div>
            </PermissionGuard>
            <DecisionTable
                decisions={items}
                chosen={chosen}
                onToggle={id => {
                    const next = new Set(chosen);
                    if (!next.delete(id)) {
                        next.add(id);
                    }
                    choose(next);
                }}
            />
            {shown < Math.min(total, MOST) && (
                <Button variant="outline" size="sm" onClick={() => setTake(Math.min(MOST, total))}>
                    <Trans>
                        Show more ({shown} of {total})
                    </Trans>
                </Button>
            )}
            {isRejecting && (
                <ReasonDialog
                    title={t`Reject the chosen prices`}
                    description={plural(ids.length, {
                        one: '# price stays as it is. The next run may propose it again.',
                        other: '# prices stay as they are. The next run may propose them again.',
                    })}
                    confirmLabel={t`Reject`}
                    onConfirm={reject}
                    onClose={() => setRejecting(false)}
                />
            )}
        </div>
    );
}
