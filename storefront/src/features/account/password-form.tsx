'use client';

import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { FormError, FormSuccess } from '@/components/ui/form-message';
import { PasswordField } from '@/components/ui/password-field';
import { SubmitButton } from '@/components/ui/submit-button';
import { changePassword } from './credential-actions';

/** Chooses a new password; the current one shows that it is the account's owner who asks. */
export function PasswordForm() {
    const t = useTranslations('account');
    const [result, submit] = useActionState(changePassword, undefined);
    const error = result && !result.ok ? result.error : undefined;
    return (
        <form action={submit} noValidate className="grid gap-5">
            <PasswordField
                name="currentPassword"
                autoComplete="current-password"
                label={t('currentPassword')}
                error={error?.fields?.['currentPassword']}
            />
            <PasswordField
                name="newPassword"
                autoComplete="new-password"
                label={t('newPassword')}
                hint={t('passwordHint')}
                error={error?.fields?.['newPassword']}
            />
            <FormError>{error && !error.fields && error.message}</FormError>
            <SubmitButton look="secondary" className="justify-self-start">
                {t('changePassword')}
            </SubmitButton>
            <FormSuccess>{result?.ok && t('passwordChanged')}</FormSuccess>
        </form>
    );
}
