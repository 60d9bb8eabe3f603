import { ConfirmDialog } from '@efi/plugin-kit/dashboard';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { api, Button, toast } from '@vendure/dashboard';
import { useState } from 'react';
import { unpublishMutation, type WholeEntry } from './content.graphql';
import { useRefresh } from './use-content-query';

/** Takes everything back that is shown or planned, once that was confirmed. */
export function UnpublishButton({ entry: { id, isShown, versions } }: { entry: WholeEntry }) {
    const { t } = useLingui();
    const refresh = useRefresh();
    const [isAsking, setIsAsking] = useState(false);
    const unpublish = useMutation<void, Error, void>({
        mutationFn: async () => {
            await api.mutate(unpublishMutation, { id });
            await refresh();
        },
        onSuccess: () => {
            setIsAsking(false);
            toast.success(t`It is taken back.`);
        },
    });
    if (!isShown && !versions.some(({ state }) => state === 'PLANNED')) {
        return null;
    }
    return (
        <>
            <Button type="button" variant="ghost" onClick={() => setIsAsking(true)}>
                <Trans>Unpublish</Trans>
            </Button>
            {isAsking && (
                <ConfirmDialog
                    title={t`Unpublish`}
                    confirmLabel={t`Unpublish`}
                    action={unpublish}
                    onClose={() => setIsAsking(false)}
                >
                    <Trans>Shoppers see none of it any more, also what was planned. The draft stays.</Trans>
                </ConfirmDialog>
            )}
        </>
    );
}
