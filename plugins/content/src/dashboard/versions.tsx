import { LabelBadge, Moment } from '@efi/plugin-kit/dashboard';
import { Trans } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { api, Button, PermissionGuard, toast } from '@vendure/dashboard';
import { type WholeEntry, withdrawMutation } from './content.graphql';
import { versionStates } from './labels';
import { useRefresh } from './use-content-query';

const LIVE = new Set(['SHOWN', 'PLANNED', 'COVERED']);

/** What was published, and when it is shown. */
export function Versions({ entry: { id, versions } }: { entry: WholeEntry }) {
    const refresh = useRefresh();
    const withdraw = useMutation({
        mutationFn: (versionId: string) => api.mutate(withdrawMutation, { id, versionId }),
        onSuccess: refresh,
        onError: error => toast.error(error.message),
    });
    if (versions.length === 0) {
        return (
            <p className="text-sm text-muted-foreground">
                <Trans>Nothing was published yet: shoppers see what the shop begins with.</Trans>
            </p>
        );
    }
    return (
        <ul className="space-y-4">
            {versions.map(({ id: versionId, state, startsAt, endsAt, publishedAt }) => (
                <li key={versionId} className="flex flex-wrap items-center gap-2 text-sm">
                    <LabelBadge labels={versionStates} word={state} />
                    {LIVE.has(state) && (
                        <PermissionGuard requires={['UpdateEfiContent']}>
                            <Button
                                type="button"
                                variant="ghost"
                                size="sm"
                                disabled={withdraw.isPending}
                                onClick={() => withdraw.mutate(versionId)}
                            >
                                <Trans>Take back</Trans>
                            </Button>
                        </PermissionGuard>
                    )}
                    <span className="w-full text-muted-foreground">
                        <Moment at={startsAt ?? publishedAt} /> –{' '}
                        {endsAt === null ? '…' : <Moment at={endsAt} />}
                    </span>
                </li>
            ))}
        </ul>
    );
}
