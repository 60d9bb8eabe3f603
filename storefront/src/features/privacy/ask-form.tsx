'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { FormError, FormSuccess } from '@/components/ui/form-message';
import { PasswordField } from '@/components/ui/password-field';
import { SubmitButton } from '@/components/ui/submit-button';
import { useActionForm } from '@/components/ui/use-action';
import { requestPrivacy } from './actions';
import { passwordOf } from './asked-kinds';

/** Asks for one thing; the password shows that it is the account's owner who asks. */
export function AskForm({ kind }: { kind: 'PORTABILITY' | 'ERASURE' }) {
    return (
        <ProvenForm form={kind}>
            <input type="hidden" name="kind" value={kind} />
        </ProvenForm>
    );
}

/**
 * @param form - Tells it apart from the others on the page.
 * @param children - What says which kind is asked for.
 */
export function ProvenForm({
    form,
    children,
}: {
    form: 'PORTABILITY' | 'ERASURE' | 'OTHER';
    children: ReactNode;
}) {
    const t = useTranslations('personalData');
    const { result, error, message, form: fields } = useActionForm(requestPrivacy);
    return (
        <form {...fields} noValidate className="grid gap-5" aria-label={t(`ask_${form}`)}>
            <input type="hidden" name="form" value={form} />
            {children}
            <PasswordField
                name={passwordOf(form)}
                autoComplete="current-password"
                label={t('password')}
                hint={t('passwordHint')}
                error={error?.fields?.['password']}
            />
            <FormError>{message}</FormError>
            <SubmitButton look="secondary" className="justify-self-start" pending={t('asking')}>
                {t(`ask_${form}`)}
            </SubmitButton>
            <FormSuccess>{result?.ok && t(`asked_${form}`)}</FormSuccess>
        </form>
    );
}
