import { ActError, ConfirmDialog } from '@efi/plugin-kit/dashboard';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { api, Button } from '@vendure/dashboard';
import { useState } from 'react';
import { useRefresh } from '../shared/use-admin-query';
import { runMutation } from './retention.graphql';

/** Counts what would go, or has it go without waiting for the hour. */
export function RunNow() {
    const { t } = useLingui();
    const refresh = useRefresh();
    const [isAsking, setIsAsking] = useState(false);
    const count = useMutation({
        mutationFn: async () => {
            await api.mutate(runMutation, { dryRun: true });
            await refresh();
        },
    });
    const run = useMutation<void, Error, void>({
        mutationFn: async () => {
            await api.mutate(runMutation, { dryRun: false });
            await refresh();
        },
        onSuccess: () => setIsAsking(false),
    });
    return (
        <div className="space-y-2">
            <div className="flex flex-wrap gap-2">
                <Button
                    type="button"
                    variant="outline"
                    disabled={count.isPending}
                    onClick={() => count.mutate()}
                >
                    <Trans>Count what would go</Trans>
                </Button>
                <Button type="button" variant="outline" onClick={() => setIsAsking(true)}>
                    <Trans>Apply now…</Trans>
                </Button>
            </div>
            <ActError error={count.error} />
            {isAsking && (
                <ConfirmDialog
                    title={t`Apply the rules now?`}
                    confirmLabel={t`Apply now`}
                    action={run}
                    onClose={() => setIsAsking(false)}
                >
                    <p>
                        <Trans>
                            What is due goes for good, for some seconds; the rest goes within the hour. Count
                            first to see how much that is.
                        </Trans>
                    </p>
                </ConfirmDialog>
            )}
        </div>
    );
}
