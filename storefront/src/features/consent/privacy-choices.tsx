'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { FormError, FormSuccess } from '@/components/ui/form-message';
import { SubmitButton } from '@/components/ui/submit-button';
import { useActionForm } from '@/components/ui/use-action';
import { decideConsent } from './actions';
import { AnswerButtons } from './answer-buttons';

/** The same choices as the banner's, to look at and to change at any time. */
export function PrivacyChoices({ children }: { children: ReactNode }) {
    const t = useTranslations('privacy');
    const { result, message, form } = useActionForm(decideConsent);
    return (
        <form id="privacy-choices" {...form} className="grid gap-6">
            {children}
            <SubmitButton name="answer" value="chosen" look="secondary">
                {t('save')}
            </SubmitButton>
            <AnswerButtons />
            <FormError>{message}</FormError>
            <FormSuccess>{result?.ok && t('saved')}</FormSuccess>
        </form>
    );
}
