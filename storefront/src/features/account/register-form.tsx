'use client';

import { useTranslations } from 'next-intl';
import { useActionState, useState } from 'react';
import { Field } from '@/components/ui/field';
import { FormError } from '@/components/ui/form-message';
import { SubmitButton } from '@/components/ui/submit-button';
import { register } from './actions';

const fields = [
    { name: 'firstName', type: 'text', autoComplete: 'given-name' },
    { name: 'lastName', type: 'text', autoComplete: 'family-name' },
    { name: 'emailAddress', type: 'email', autoComplete: 'username' },
] as const;

interface Props {
    /** What is known of the shopper already. */
    readonly initial: Readonly<Record<(typeof fields)[number]['name'], string>>;
}

export function RegisterForm({ initial }: Props) {
    const t = useTranslations('account');
    const [result, submit] = useActionState(register, undefined);
    const [values, setValues] = useState(initial);
    const error = result && !result.ok ? result.error : undefined;
    if (result?.ok) {
        return (
            <div role="status" className="rounded-2xl bg-surface p-8">
                <h2 className="display text-2xl">{t('registered')}</h2>
                <p className="mt-3 text-muted">{t('registeredText', { email: result.data.emailAddress })}</p>
            </div>
        );
    }
    return (
        <form action={submit} noValidate className="grid gap-5">
            {fields.map(field => (
                <Field
                    key={field.name}
                    {...field}
                    required
                    label={t(field.name)}
                    value={values[field.name]}
                    onChange={event => setValues(old => ({ ...old, [field.name]: event.target.value }))}
                    error={error?.fields?.[field.name]}
                />
            ))}
            <FormError>{error?.message}</FormError>
            <SubmitButton>{t('register')}</SubmitButton>
        </form>
    );
}
