import { ConfirmDialog } from '@efi/plugin-kit/dashboard';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { api, Button, PermissionGuard, toast, useChannel, usePermissions } from '@vendure/dashboard';
import { useState } from 'react';
import { useRefresh } from '../shared/use-admin-query';
import { type ConsentText, publishMutation } from './consent.graphql';
import { draftOf, textsOf } from './draft';
import { LanguageChoice } from './language-choice';
import { Preview } from './preview';
import { PurposeFields } from './purpose-fields';

/** All that can be asked for; what is necessary is not asked. */
const PURPOSES = ['PREFERENCES', 'ANALYTICS', 'MARKETING', 'PERSONALISATION', 'PROFILING'];

/** The storefront's own languages, whether the channel has them or not. */
const LANGUAGES = ['en', 'de', 'fr'];

/** Writes the next version, with what people will read beside it. */
export function TextEditor({ newest }: { newest: readonly ConsentText[] }) {
    const { t } = useLingui();
    const { hasPermissions } = usePermissions();
    const { activeChannel } = useChannel();
    const refresh = useRefresh();
    const [draft, setDraft] = useState(() => draftOf(newest));
    const [language, setLanguage] = useState('en');
    const [isPublishing, setIsPublishing] = useState(false);
    const canEdit = hasPermissions(['ManageEfiPrivacy']);
    const languages = [
        ...new Set([
            ...LANGUAGES,
            ...newest.map(({ languageCode }) => languageCode),
            ...(activeChannel?.availableLanguageCodes ?? []),
        ]),
    ];
    const isChanged = JSON.stringify(textsOf(draft)) !== JSON.stringify(textsOf(draftOf(newest)));
    const publish = useMutation<void, Error, void>({
        mutationFn: async () => {
            await api.mutate(publishMutation, { texts: textsOf(draft) });
            toast.success(t`The new version is published.`);
            await refresh();
        },
        onSuccess: () => setIsPublishing(false),
    });
    return (
        <div className="space-y-6">
            <LanguageChoice languages={languages} value={language} onChange={setLanguage} />
            <div className="grid gap-8 lg:grid-cols-2">
                <div className="space-y-6">
                    {PURPOSES.map(purpose => (
                        <PurposeFields
                            key={purpose}
                            purpose={purpose}
                            language={language}
                            draft={draft}
                            canEdit={canEdit}
                            onChange={setDraft}
                        />
                    ))}
                </div>
                <Preview draft={draft} language={language} />
            </div>
            <PermissionGuard requires={['ManageEfiPrivacy']}>
                <Button type="button" disabled={!isChanged} onClick={() => setIsPublishing(true)}>
                    <Trans>Publish a new version…</Trans>
                </Button>
            </PermissionGuard>
            {isPublishing && (
                <ConfirmDialog
                    title={t`Publish a new version?`}
                    confirmLabel={t`Publish`}
                    isDestructive={false}
                    action={publish}
                    onClose={() => setIsPublishing(false)}
                >
                    <p>
                        <Trans>
                            From now on everybody is asked again, with these texts. It can’t be taken back,
                            only followed by another version.
                        </Trans>
                    </p>
                </ConfirmDialog>
            )}
        </div>
    );
}
