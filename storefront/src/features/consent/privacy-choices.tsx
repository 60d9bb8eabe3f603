'use client';

import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { FormError, FormSuccess } from '@/components/ui/form-message';
import { SubmitButton } from '@/components/ui/submit-button';
import type { Purpose } from '@/lib/consent/consent';
import { decideConsent } from './actions';
import { AnswerButtons } from './answer-buttons';
import { PurposeChoices } from './purpose-choices';

/** The same choices as the banner's, to look at and to change at any time. */
export function PrivacyChoices({ agreed }: { agreed: readonly Purpose[] }) {
    const t = useTranslations('privacy');
    const [result, decide] = useActionState(decideConsent, undefined);
    return (
        <form id="privacy-choices" action={decide} className="grid gap-6">
            <PurposeChoices key={agreed.join()} agreed={agreed} />
            <SubmitButton name="answer" value="chosen" look="secondary">
                {t('save')}
            </SubmitButton>
            <AnswerButtons />
            <FormError>{result && !result.ok && result.error.message}</FormError>
            <FormSuccess>{result?.ok && t('saved')}</FormSuccess>
        </form>
    );
}
