'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { buttonStyle } from '@/components/ui/button';
import { DoneBox } from '@/components/ui/done-box';
import { Field } from '@/components/ui/field';
import { FormError } from '@/components/ui/form-message';
import { PasswordField } from '@/components/ui/password-field';
import { SubmitButton } from '@/components/ui/submit-button';
import { useAction, useActionForm } from '@/components/ui/use-action';
import { Link } from '@/i18n/navigation';
import { requestReset, resetPassword, verifyAccount } from './actions';
import { confirmEmailChange } from './credential-actions';

/** Uses the link of the welcome message. */
export function VerifyForm({ token }: { token: string }) {
    const t = useTranslations('account');
    const { error, message, form } = useActionForm(verifyAccount);
    return (
        <form {...form} noValidate className="grid gap-5">
            <input type="hidden" name="token" value={token} />
            <PasswordField
                autoComplete="new-password"
                label={t('password')}
                hint={t('passwordHint')}
                error={error?.fields?.['password']}
            />
            <FormError>{message}</FormError>
            {error && !error.fields && !error.reason && (
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
    const [result, submit] = useAction(confirmEmailChange);
    if (result?.ok) {
        return (
            <DoneBox title={t('emailChanged')}>
                <Link href="/account" className={buttonStyle('primary', 'mt-3 justify-self-start')}>
                    {t('title')}
                </Link>
            </DoneBox>
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
    const { result, error, message, form } = useActionForm(requestReset);
    const [email, setEmail] = useState('');
    if (result?.ok) {
        return (
            <DoneBox title={t('linkSentTitle')}>
                <p className="text-muted">{t('linkSent', { email: result.data.emailAddress })}</p>
            </DoneBox>
        );
    }
    return (
        <form {...form} noValidate className="grid gap-5">
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
            <FormError>{message}</FormError>
            <SubmitButton>{t('sendLink')}</SubmitButton>
        </form>
    );
}

/** Chooses a new password with the link of the message. */
export function ResetPasswordForm({ token }: { token: string }) {
    const t = useTranslations('account');
    const { error, message, form } = useActionForm(resetPassword);
    return (
        <form {...form} noValidate className="grid gap-5">
            <input type="hidden" name="token" value={token} />
            <PasswordField
                autoComplete="new-password"
                label={t('newPassword')}
                hint={t('passwordHint')}
                error={error?.fields?.['password']}
            />
            <FormError>{message}</FormError>
            <SubmitButton>{t('reset')}</SubmitButton>
        </form>
    );
}
