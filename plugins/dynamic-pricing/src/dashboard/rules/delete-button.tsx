import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { api, Button, toast } from '@vendure/dashboard';
import { TrashIcon } from 'lucide-react';
import { useRefresh } from '../shared/use-admin-query';
import { createRuleMutation, deleteRuleMutation, inputOf, type Rule } from './rules.graphql';

const TEN_SECONDS = 10_000;

/** Deletes at once, and takes it back as long as the message stands. */
export function DeleteButton({ rule }: { rule: Rule }) {
    const { t } = useLingui();
    const refresh = useRefresh();
    const restore = useMutation({
        mutationFn: () => api.mutate(createRuleMutation, { input: inputOf(rule) }),
        onSuccess: refresh,
        onError: error => toast.error(error.message),
    });
    const remove = useMutation({
        mutationFn: () => api.mutate(deleteRuleMutation, { id: rule.id }),
        onSuccess: async () => {
            toast.success(t`The rule is deleted. The next run sets the prices that it made.`, {
                duration: TEN_SECONDS,
                action: { label: t`Undo`, onClick: () => restore.mutate() },
            });
            await refresh();
        },
        onError: error => toast.error(error.message),
    });
    return (
        <Button variant="ghost" size="sm" disabled={remove.isPending} onClick={() => remove.mutate()}>
            <TrashIcon className="size-4" />
            <Trans>Delete</Trans>
        </Button>
    );
}
