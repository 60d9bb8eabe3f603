'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { DoneBox } from '@/components/ui/done-box';
import { Field } from '@/components/ui/field';
import { FormError } from '@/components/ui/form-message';
import { SubmitButton } from '@/components/ui/submit-button';
import { useActionForm } from '@/components/ui/use-action';
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
    const { result, error, message, form } = useActionForm(register);
    const [values, setValues] = useState(initial);
    if (result?.ok) {
        return (
            <DoneBox title={t('registered')}>
                <p className="text-muted">{t('registeredText', { email: result.data.emailAddress })}</p>
            </DoneBox>
        );
    }
    return (
        <form {...form} noValidate className="grid gap-5">
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
            <FormError>{message}</FormError>
            <SubmitButton>{t('register')}</SubmitButton>
        </form>
    );
}
