import { useLabel } from '@efi/plugin-kit/dashboard';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { api, Button, PageBlock, PageLayout, PermissionGuard, toast, useChannel } from '@vendure/dashboard';
import { type FormEvent, useState } from 'react';
import { BlockList } from './block-list';
import { type Problem, type Saved, saveMutation, type WholeEntry } from './content.graphql';
import { DeleteButton } from './delete-button';
import { pageTexts, withText } from './draft';
import { Faults } from './faults';
import { kinds, problems as problemWords, texts } from './labels';
import { LanguageChoice } from './language-choice';
import { PreviewLink } from './preview-link';
import { PublishDialog } from './publish-dialog';
import { TextField } from './text-field';
import { UnpublishButton } from './unpublish-button';
import { useRefresh } from './use-content-query';
import { Versions } from './versions';

/** Writes the draft of a page or menu, in one language at a time, and has it published. */
export function Editor({ entry }: { entry: WholeEntry }) {
    const { t } = useLingui();
    const label = useLabel();
    const refresh = useRefresh();
    const { activeChannel } = useChannel();
    const defaultLanguage: string = activeChannel?.defaultLanguageCode ?? 'en';
    const [language, setLanguage] = useState(defaultLanguage);
    const [draft, setDraft] = useState(entry.draft);
    const [saved, setSaved] = useState(entry);
    const [problems, setProblems] = useState<readonly Problem[]>([]);
    const [isPublishing, setIsPublishing] = useState(false);
    const isSaved = draft === saved.draft;

    const settle = async (result: Saved, done: string) => {
        setProblems(result.__typename === 'EfiContentInvalidError' ? result.problems : []);
        if (result.__typename === 'EfiContentChangedError') {
            throw new Error(result.message);
        }
        if (result.__typename === 'EfiContentEntry') {
            setSaved(result);
            setDraft(result.draft);
            toast.success(done);
            await refresh();
        }
    };
    const save = useMutation({
        mutationFn: async () => {
            const input = { id: entry.id, revision: saved.revision, draft };
            await settle((await api.mutate(saveMutation, { input })).result, t`The draft is saved.`);
        },
    });
    const problemOf = (field: string) => {
        const found = problems.find(
            problem => problem.field === field || problem.field.startsWith(`${field}.`),
        );
        return found && label(problemWords, found.code);
    };
    const submit = (event: FormEvent) => {
        event.preventDefault();
        save.mutate();
    };
    return (
        <PageLayout>
            <PageBlock column="main" blockId="content" title={label(kinds, entry.kind)}>
                <form noValidate onSubmit={submit} className="space-y-6">
                    <LanguageChoice
                        languages={activeChannel?.availableLanguageCodes ?? [defaultLanguage]}
                        value={language}
                        onChange={setLanguage}
                    />
                    {pageTexts(entry.kind).map(name => (
                        <TextField
                            key={name}
                            label={label(texts, name)}
                            value={draft.texts[language]?.[name] ?? ''}
                            placeholder={
                                language === defaultLanguage
                                    ? undefined
                                    : draft.texts[defaultLanguage]?.[name]
                            }
                            problem={problemOf(`texts.${language}.${name}`)}
                            onChange={text => setDraft(now => withText(now, language, name, text))}
                        />
                    ))}
                    <BlockList
                        kind={entry.kind}
                        draft={draft}
                        editing={{ language, defaultLanguage, problemOf }}
                        onChange={setDraft}
                    />
                    <Faults error={save.error} problems={problems} draft={draft} />
                    <PermissionGuard requires={['UpdateEfiContent']}>
                        <div className="flex flex-wrap gap-2">
                            <Button type="submit" disabled={save.isPending || isSaved}>
                                <Trans>Save the draft</Trans>
                            </Button>
                            <Button
                                type="button"
                                variant="outline"
                                disabled={save.isPending || !isSaved}
                                onClick={() => setIsPublishing(true)}
                            >
                                <Trans>Publish…</Trans>
                            </Button>
                            <UnpublishButton entry={entry} />
                            <DeleteButton id={entry.id} />
                        </div>
                    </PermissionGuard>
                </form>
                {isPublishing && (
                    <PublishDialog
                        id={entry.id}
                        revision={saved.revision}
                        onSettled={result => settle(result, t`It is published.`)}
                        onClose={() => setIsPublishing(false)}
                    />
                )}
            </PageBlock>
            <PageBlock column="side" blockId="preview" title={<Trans>Preview</Trans>}>
                <PreviewLink key={language} id={entry.id} language={language} isSaved={isSaved} />
            </PageBlock>
            <PageBlock column="side" blockId="versions" title={<Trans>Published</Trans>}>
                <Versions entry={entry} />
            </PageBlock>
        </PageLayout>
    );
}
