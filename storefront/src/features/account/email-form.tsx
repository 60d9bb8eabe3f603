'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Field } from '@/components/ui/field';
import { FormError, FormSuccess } from '@/components/ui/form-message';
import { PasswordField } from '@/components/ui/password-field';
import { SubmitButton } from '@/components/ui/submit-button';
import { useActionForm } from '@/components/ui/use-action';
import { requestEmailChange } from './credential-actions';

/** Asks for a link that moves the account to another address. */
export function EmailForm() {
    const t = useTranslations('account');
    const { result, error, message, form } = useActionForm(requestEmailChange);
    const [email, setEmail] = useState('');
    return (
        <form {...form} noValidate className="grid gap-5">
            <Field
                name="newEmailAddress"
                type="email"
                autoComplete="email"
                required
                label={t('newEmailAddress')}
                value={email}
                onChange={event => setEmail(event.target.value)}
                error={error?.fields?.['newEmailAddress']}
            />
            <PasswordField
                autoComplete="current-password"
                label={t('password')}
                error={error?.fields?.['password']}
            />
            <FormError>{message}</FormError>
            <SubmitButton look="secondary" className="justify-self-start">
                {t('changeEmail')}
            </SubmitButton>
            <FormSuccess>
                {result?.ok && t('changeEmailSent', { email: result.data.emailAddress })}
            </FormSuccess>
        </form>
    );
}
