'use client';

import { useTranslations } from 'next-intl';
import { FormError } from '@/components/ui/form-message';
import { SubmitButton } from '@/components/ui/submit-button';
import { useAction } from '@/components/ui/use-action';
import { confirmByMail } from './by-mail-actions';

/** Confirms a request. The page alone does nothing: programs open links in mails, too. */
export function ConfirmForm({ token }: { token: string }) {
    const t = useTranslations('privacyByMail');
    const [result, submit] = useAction(confirmByMail);
    return (
        <form action={submit} className="grid gap-5">
            <input type="hidden" name="token" value={token} />
            <FormError>{result && !result.ok && result.error.message}</FormError>
            <SubmitButton pending={t('sending')} className="justify-self-start">
                {t('confirm')}
            </SubmitButton>
        </form>
    );
}
