import { ConfirmDialog } from '@efi/plugin-kit/dashboard';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { api, Button, PermissionGuard } from '@vendure/dashboard';
import { useState } from 'react';
import { openMutation } from '../requests/requests.graphql';
import { orFail } from '../shared/or-fail';
import { useRefresh } from '../shared/use-admin-query';

type Kind = 'ACCESS' | 'ERASURE';

/** Opens a request on behalf of the customer. It waits until somebody has verified who asks. */
export function StartRequest({ customerId }: { customerId: string }) {
    const { t } = useLingui();
    const navigate = useNavigate();
    const refresh = useRefresh();
    const [kind, setKind] = useState<Kind>();
    const open = useMutation<void, Error, void>({
        mutationFn: async () => {
            const input = { customerId, kind };
            const { id } = orFail((await api.mutate(openMutation, { input })).result);
            await refresh();
            void navigate({ to: `/privacy-requests/${id}` });
        },
    });
    return (
        <PermissionGuard requires={['ManageEfiPrivacy']}>
            <div className="flex flex-wrap gap-2">
                <Button type="button" variant="outline" size="sm" onClick={() => setKind('ACCESS')}>
                    <Trans>Ask for access on their behalf…</Trans>
                </Button>
                <Button type="button" variant="outline" size="sm" onClick={() => setKind('ERASURE')}>
                    <Trans>Ask for erasure on their behalf…</Trans>
                </Button>
            </div>
            {kind && (
                <ConfirmDialog
                    title={kind === 'ACCESS' ? t`Ask for access?` : t`Ask for erasure?`}
                    confirmLabel={t`Open the request`}
                    isDestructive={kind === 'ERASURE'}
                    action={open}
                    onClose={() => setKind(undefined)}
                >
                    <p>
                        <Trans>
                            The deadline runs from now. Nothing is given out or erased before somebody has
                            verified who asks.
                        </Trans>
                    </p>
                </ConfirmDialog>
            )}
        </PermissionGuard>
    );
}
