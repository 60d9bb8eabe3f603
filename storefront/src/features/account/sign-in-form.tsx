'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Field } from '@/components/ui/field';
import { FormError } from '@/components/ui/form-message';
import { PasswordField } from '@/components/ui/password-field';
import { SubmitButton } from '@/components/ui/submit-button';
import { useActionForm } from '@/components/ui/use-action';
import { Link } from '@/i18n/navigation';
import { signIn } from './actions';

/** @param to - Where to go on to, as `wayOn` knows it. */
export function SignInForm({ to }: { to: string | undefined }) {
    const t = useTranslations('account');
    const { error, message, form } = useActionForm(signIn);
    const [email, setEmail] = useState('');
    return (
        <form {...form} noValidate className="grid gap-5">
            <input type="hidden" name="to" value={to ?? ''} />
            <Field
                name="emailAddress"
                type="email"
                autoComplete="username"
                required
                label={t('emailAddress')}
                value={email}
                onChange={event => setEmail(event.target.value)}
                error={error?.fields?.['emailAddress']}
            />
            <PasswordField
                autoComplete="current-password"
                label={t('password')}
                error={error?.fields?.['password']}
            />
            <FormError>{message}</FormError>
            <SubmitButton>{t('signIn')}</SubmitButton>
            <Link
                href="/forgot-password"
                className="justify-self-center py-2 text-sm underline underline-offset-4"
            >
                {t('forgot')}
            </Link>
        </form>
    );
}
