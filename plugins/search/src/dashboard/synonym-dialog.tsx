import { ActError, Choice, type Labels } from '@efi/plugin-kit/dashboard';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import {
    api,
    Button,
    Dialog,
    DialogContent,
    DialogDescription,
    DialogFooter,
    DialogHeader,
    DialogTitle,
    toast,
} from '@vendure/dashboard';
import { type FormEvent, useState } from 'react';
import { useRequireSaved } from './problems';
import { createSynonymMutation, type Synonym, updateSynonymMutation } from './rules.graphql';
import { TextField } from './text-field';
import { termsIn, textOf } from './terms-text';
import { useRefresh } from './use-admin-query';

const kinds: Labels = {
    both: { text: msg`All find each other` },
    one: { text: msg`One way: terms find a meaning as well` },
};

/** A group of synonyms, new or changed. */
export function SynonymDialog({
    languageCode,
    synonym,
    onClose,
}: {
    languageCode: string;
    synonym?: Synonym;
    onClose: () => void;
}) {
    const { t } = useLingui();
    const refresh = useRefresh();
    const requireSaved = useRequireSaved();
    const [kind, setKind] = useState(synonym && synonym.meanings.length > 0 ? 'one' : 'both');
    const [terms, setTerms] = useState(textOf(synonym?.terms ?? []));
    const [meanings, setMeanings] = useState(textOf(synonym?.meanings ?? []));
    const input = {
        languageCode,
        terms: termsIn(terms),
        meanings: kind === 'one' ? termsIn(meanings) : [],
    };
    const isWhole =
        kind === 'one' ? input.terms.length > 0 && input.meanings.length > 0 : input.terms.length > 1;
    const save = useMutation({
        mutationFn: async () => {
            requireSaved(
                synonym
                    ? (await api.mutate(updateSynonymMutation, { id: synonym.id, input }))
                          .updateEfiSearchSynonym
                    : (await api.mutate(createSynonymMutation, { input })).createEfiSearchSynonym,
            );
            await refresh();
        },
        onSuccess: () => {
            toast.success(t`The synonyms are saved.`);
            onClose();
        },
    });
    const submit = (event: FormEvent) => {
        event.preventDefault();
        event.stopPropagation();
        save.mutate();
    };
    return (
        <Dialog open onOpenChange={isOpen => !isOpen && !save.isPending && onClose()}>
            <DialogContent>
                <form noValidate onSubmit={submit} className="space-y-4">
                    <DialogHeader>
                        <DialogTitle>{synonym ? t`Change synonyms` : t`New synonyms`}</DialogTitle>
                        <DialogDescription>
                            <Trans>Accents and capital letters don’t count.</Trans>
                        </DialogDescription>
                    </DialogHeader>
                    <Choice label={<Trans>Kind</Trans>} labels={kinds} value={kind} onChange={setKind} />
                    <TextField
                        label={<Trans>Terms, with commas between them</Trans>}
                        hint={
                            kind === 'one' ? (
                                <Trans>What shoppers type, such as: tv, telly</Trans>
                            ) : (
                                <Trans>Such as: sofa, couch, settee</Trans>
                            )
                        }
                        value={terms}
                        onChange={setTerms}
                    />
                    {kind === 'one' && (
                        <TextField
                            label={<Trans>Meanings, with commas between them</Trans>}
                            hint={<Trans>What is found as well, such as: television</Trans>}
                            value={meanings}
                            onChange={setMeanings}
                        />
                    )}
                    <ActError error={save.error} />
                    <DialogFooter>
                        <Button type="button" variant="outline" disabled={save.isPending} onClick={onClose}>
                            <Trans>Cancel</Trans>
                        </Button>
                        <Button type="submit" disabled={save.isPending || !isWhole}>
                            <Trans>Save</Trans>
                        </Button>
                    </DialogFooter>
                </form>
            </DialogContent>
        </Dialog>
    );
}
