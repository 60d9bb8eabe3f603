'use client';

import { useTranslations } from 'next-intl';
import { useActionState, useState } from 'react';
import { buttonStyle } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { FormError, FormSuccess } from '@/components/ui/form-message';
import { PasswordField } from '@/components/ui/password-field';
import { SubmitButton } from '@/components/ui/submit-button';
import { Link } from '@/i18n/navigation';
import { requestReset, resetPassword, verifyAccount } from './actions';
import { confirmEmailChange } from './credential-actions';

/** Uses the link of the welcome message. */
export function VerifyForm({ token }: { token: string }) {
    const t = useTranslations('account');
    const [result, submit] = useActionState(verifyAccount, undefined);
    const error = result && !result.ok ? result.error : undefined;
    return (
        <form action={submit} noValidate className="grid gap-5">
            <input type="hidden" name="token" value={token} />
            <PasswordField
                autoComplete="new-password"
                label={t('password')}
                hint={t('passwordHint')}
                error={error?.fields?.['password']}
            />
            <FormError>{error && !error.fields && error.message}</FormError>
            {error && !error.fields && (
                <Link
                    href="/forgot-password"
                    className="justify-self-start py-2 underline underline-offset-4"
                >
                    {t('forgot')}
                </Link>
            )}
            <SubmitButton className="justify-self-start">{t('verify')}</SubmitButton>
        </form>
    );
}

/** Uses the link of the message that went to an account's new address. */
export function ConfirmEmailForm({ token }: { token: string }) {
    const t = useTranslations('account');
    const [result, submit] = useActionState(confirmEmailChange, undefined);
    if (result?.ok) {
        return (
            <div className="grid gap-6">
                <FormSuccess>{t('emailChanged')}</FormSuccess>
                <Link href="/account" className={buttonStyle('primary', 'justify-self-start')}>
                    {t('title')}
                </Link>
            </div>
        );
    }
    return (
        <form action={submit} className="grid gap-5">
            <input type="hidden" name="token" value={token} />
            <FormError>{result && !result.ok && result.error.message}</FormError>
            <SubmitButton className="justify-self-start">{t('verifyEmail')}</SubmitButton>
        </form>
    );
}

/** Asks for a link to choose a new password. */
export function ForgotPasswordForm() {
    const t = useTranslations('account');
    const [result, submit] = useActionState(requestReset, undefined);
    const [email, setEmail] = useState('');
    const error = result && !result.ok ? result.error : undefined;
    if (result?.ok) {
        return (
            <p role="status" className="rounded-2xl bg-surface p-8">
                {t('linkSent', { email: result.data.emailAddress })}
            </p>
        );
    }
    return (
        <form action={submit} noValidate className="grid gap-5">
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
            <FormError>{error && !error.fields && error.message}</FormError>
            <SubmitButton>{t('sendLink')}</SubmitButton>
        </form>
    );
}

/** Chooses a new password with the link of the message. */
export function ResetPasswordForm({ token }: { token: string }) {
    const t = useTranslations('account');
    const [result, submit] = useActionState(resetPassword, undefined);
    const error = result && !result.ok ? result.error : undefined;
    return (
        <form action={submit} noValidate className="grid gap-5">
            <input type="hidden" name="token" value={token} />
            <PasswordField
                autoComplete="new-password"
                label={t('newPassword')}
                hint={t('passwordHint')}
                error={error?.fields?.['password']}
            />
            <FormError>{error && !error.fields && error.message}</FormError>
            <SubmitButton>{t('reset')}</SubmitButton>
        </form>
    );
}
