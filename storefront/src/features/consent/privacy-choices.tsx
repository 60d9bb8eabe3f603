'use client';

import { useTranslations } from 'next-intl';
import { useActionState, type ReactNode } from 'react';
import { FormError, FormSuccess } from '@/components/ui/form-message';
import { SubmitButton } from '@/components/ui/submit-button';
import { decideConsent } from './actions';
import { AnswerButtons } from './answer-buttons';

/** The same choices as the banner's, to look at and to change at any time. */
export function PrivacyChoices({ children }: { children: ReactNode }) {
    const t = useTranslations('privacy');
    const [result, decide] = useActionState(decideConsent, undefined);
    return (
        <form id="privacy-choices" action={decide} className="grid gap-6">
            {children}
            <SubmitButton name="answer" value="chosen" look="secondary">
                {t('save')}
            </SubmitButton>
            <AnswerButtons />
            <FormError>{result && !result.ok && result.error.message}</FormError>
            <FormSuccess>{result?.ok && t('saved')}</FormSuccess>
        </form>
    );
}
