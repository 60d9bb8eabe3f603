import { ConfirmDialog } from '@efi/plugin-kit/dashboard';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { api, Button } from '@vendure/dashboard';
import { useState } from 'react';
import { cancelMutation } from './imports.graphql';
import { useRefresh } from './use-admin-query';

/** Ends an import that is under way. */
export function CancelImport({ id }: { id: string }) {
    const { t } = useLingui();
    const refresh = useRefresh();
    const [isOpen, setOpen] = useState(false);
    const cancel = useMutation<void, Error, void>({
        mutationFn: async () => {
            await api.mutate(cancelMutation, { id });
        },
        onSuccess: async () => {
            setOpen(false);
            await refresh();
        },
    });
    return (
        <>
            <Button type="button" variant="outline" size="sm" onClick={() => setOpen(true)}>
                <Trans>Cancel</Trans>
            </Button>
            {isOpen && (
                <ConfirmDialog
                    title={t`Cancel the import?`}
                    confirmLabel={t`Cancel the import`}
                    action={cancel}
                    onClose={() => setOpen(false)}
                >
                    <Trans>It ends after the products that it is at. What was imported stays.</Trans>
                </ConfirmDialog>
            )}
        </>
    );
}
