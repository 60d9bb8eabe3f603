import { ConfirmDialog } from '@efi/plugin-kit/dashboard';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { api, Button, PermissionGuard, toast } from '@vendure/dashboard';
import { useState } from 'react';
import { deleteMutation } from './content.graphql';
import { useRefresh } from './use-content-query';

/** Throws away the draft with all versions, once that was confirmed. */
export function DeleteButton({ id }: { id: string }) {
    const { t } = useLingui();
    const navigate = useNavigate();
    const refresh = useRefresh();
    const [isAsking, setIsAsking] = useState(false);
    const remove = useMutation<void, Error, void>({
        mutationFn: async () => {
            await api.mutate(deleteMutation, { id });
        },
        onSuccess: async () => {
            toast.success(t`It is deleted.`);
            await navigate({ to: '/content' });
            await refresh();
        },
    });
    return (
        <PermissionGuard requires={['DeleteEfiContent']}>
            <Button type="button" variant="ghost" onClick={() => setIsAsking(true)}>
                <Trans>Delete</Trans>
            </Button>
            {isAsking && (
                <ConfirmDialog
                    title={t`Delete`}
                    confirmLabel={t`Delete`}
                    action={remove}
                    onClose={() => setIsAsking(false)}
                >
                    <Trans>Draft and versions are gone for good, and shoppers see none of it any more.</Trans>
                </ConfirmDialog>
            )}
        </PermissionGuard>
    );
}
