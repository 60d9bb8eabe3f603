'use client';

import { useTranslations } from 'next-intl';
import { FormError, FormSuccess } from '@/components/ui/form-message';
import { PasswordField } from '@/components/ui/password-field';
import { SubmitButton } from '@/components/ui/submit-button';
import { useActionForm } from '@/components/ui/use-action';
import { changePassword } from './credential-actions';

/** Chooses a new password; the current one shows that it is the account's owner who asks. */
export function PasswordForm() {
    const t = useTranslations('account');
    const { result, error, message, form } = useActionForm(changePassword);
    return (
        <form {...form} noValidate className="grid gap-5">
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
            <FormError>{message}</FormError>
            <SubmitButton look="secondary" className="justify-self-start">
                {t('changePassword')}
            </SubmitButton>
            <FormSuccess>{result?.ok && t('passwordChanged')}</FormSuccess>
        </form>
    );
}
