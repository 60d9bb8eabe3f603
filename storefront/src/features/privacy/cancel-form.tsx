'use client';

import { useTranslations } from 'next-intl';
import { FormError } from '@/components/ui/form-message';
import { SubmitButton } from '@/components/ui/submit-button';
import { useAction } from '@/components/ui/use-action';
import { cancelByMail } from './by-mail-actions';

/** Takes back the request that a link shows. */
export function CancelForm({ token }: { token: string }) {
    const t = useTranslations('personalData');
    const [result, submit] = useAction(cancelByMail);
    return (
        <form action={submit} className="grid gap-4">
            <input type="hidden" name="token" value={token} />
            <FormError>{result && !result.ok && result.error.message}</FormError>
            <SubmitButton look="secondary" pending={t('cancelling')} className="justify-self-start">
                {t('cancel')}
            </SubmitButton>
        </form>
    );
}
