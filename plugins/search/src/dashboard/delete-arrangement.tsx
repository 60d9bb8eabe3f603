import { ConfirmDialog } from '@efi/plugin-kit/dashboard';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { api, Button, toast } from '@vendure/dashboard';
import { useState } from 'react';
import { type Arrangement, deleteArrangementMutation } from './rules.graphql';
import { useRefresh } from './use-admin-query';

/** Asks first: products that were put in order are not told from each other again at once. */
export function DeleteArrangement({ arrangement: { id, term } }: { arrangement: Arrangement }) {
    const { t } = useLingui();
    const refresh = useRefresh();
    const [isOpen, setOpen] = useState(false);
    const remove = useMutation<void, Error, void>({
        mutationFn: async () => {
            await api.mutate(deleteArrangementMutation, { id });
        },
        onSuccess: async () => {
            setOpen(false);
            toast.success(t`“${term}” is ranked by relevance again.`);
            await refresh();
        },
    });
    return (
        <>
            <Button
                type="button"
                variant="ghost"
                size="sm"
                aria-label={t`Delete ${term}`}
                onClick={() => setOpen(true)}
            >
                <Trans>Delete</Trans>
            </Button>
            {isOpen && (
                <ConfirmDialog
                    title={t`Rank “${term}” by relevance again?`}
                    confirmLabel={t`Delete`}
                    action={remove}
                    onClose={() => setOpen(false)}
                >
                    <Trans>
                        Its products are not pinned or left out any more. The products themselves stay.
                    </Trans>
                </ConfirmDialog>
            )}
        </>
    );
}
