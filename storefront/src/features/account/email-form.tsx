'use client';

import { useTranslations } from 'next-intl';
import { useActionState, useState } from 'react';
import { Field } from '@/components/ui/field';
import { FormError, FormSuccess } from '@/components/ui/form-message';
import { PasswordField } from '@/components/ui/password-field';
import { SubmitButton } from '@/components/ui/submit-button';
import { requestEmailChange } from './credential-actions';

/** Asks for a link that moves the account to another address. */
export function EmailForm() {
    const t = useTranslations('account');
    const [result, submit] = useActionState(requestEmailChange, undefined);
    const [email, setEmail] = useState('');
    const error = result && !result.ok ? result.error : undefined;
    return (
        <form action={submit} noValidate className="grid gap-5">
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
            <FormError>{error && !error.fields && error.message}</FormError>
            <SubmitButton look="secondary" className="justify-self-start">
                {t('changeEmail')}
            </SubmitButton>
            <FormSuccess>
                {result?.ok && t('changeEmailSent', { email: result.data.emailAddress })}
            </FormSuccess>
        </form>
    );
}
