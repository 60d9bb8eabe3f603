import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { api, Button, toast } from '@vendure/dashboard';
import { createSynonymMutation, deleteSynonymMutation, type Synonym } from './rules.graphql';
import { textOf } from './terms-text';
import { useRefresh } from './use-admin-query';

const TEN_SECONDS = 10_000;

/** Deletes at once, and takes it back as long as the message stands. */
export function DeleteSynonym({ synonym, languageCode }: { synonym: Synonym; languageCode: string }) {
    const { t } = useLingui();
    const refresh = useRefresh();
    const { id, terms, meanings } = synonym;
    const restore = useMutation({
        mutationFn: () => api.mutate(createSynonymMutation, { input: { languageCode, terms, meanings } }),
        onSuccess: refresh,
        onError: error => toast.error(error.message),
    });
    const remove = useMutation({
        mutationFn: () => api.mutate(deleteSynonymMutation, { id }),
        onSuccess: async () => {
            toast.success(t`The synonyms are deleted.`, {
                duration: TEN_SECONDS,
                action: { label: t`Undo`, onClick: () => restore.mutate() },
            });
            await refresh();
        },
        onError: error => toast.error(error.message),
    });
    return (
        <Button
            type="button"
            variant="ghost"
            size="sm"
            aria-label={t`Delete ${textOf(terms)}`}
            disabled={remove.isPending}
            onClick={() => remove.mutate()}
        >
            <Trans>Delete</Trans>
        </Button>
    );
}
