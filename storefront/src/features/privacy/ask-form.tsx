'use client';

import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { FormError, FormSuccess } from '@/components/ui/form-message';
import { PasswordField } from '@/components/ui/password-field';
import { SubmitButton } from '@/components/ui/submit-button';
import { requestPrivacy } from './actions';

/** Asks for one thing; the password shows that it is the account's owner who asks. */
export function AskForm({ kind }: { kind: 'PORTABILITY' | 'ERASURE' }) {
    const t = useTranslations('personalData');
    const [result, submit] = useActionState(requestPrivacy, undefined);
    const error = result && !result.ok ? result.error : undefined;
    return (
        <form action={submit} noValidate className="grid gap-5" aria-label={t(`ask_${kind}`)}>
            <input type="hidden" name="kind" value={kind} />
            <PasswordField
                name="password"
                autoComplete="current-password"
                label={t('password')}
                hint={t('passwordHint')}
                error={error?.fields?.['password']}
            />
            <FormError>{error && !error.fields && error.message}</FormError>
            <SubmitButton look="secondary" className="justify-self-start" pending={t('asking')}>
                {t(`ask_${kind}`)}
            </SubmitButton>
            <FormSuccess>{result?.ok && t(`asked_${kind}`)}</FormSuccess>
        </form>
    );
}
