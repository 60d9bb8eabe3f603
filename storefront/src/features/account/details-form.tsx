'use client';

import { useTranslations } from 'next-intl';
import { useActionState, useState } from 'react';
import { Field } from '@/components/ui/field';
import { FormError, FormSuccess } from '@/components/ui/form-message';
import { SubmitButton } from '@/components/ui/submit-button';
import type { Customer } from '@/lib/vendure/current-customer';
import { saveDetails } from './actions';

const fields = [
    { name: 'firstName', autoComplete: 'given-name' },
    { name: 'lastName', autoComplete: 'family-name' },
    { name: 'phoneNumber', autoComplete: 'tel' },
] as const;

export function DetailsForm({ customer }: { customer: Customer }) {
    const t = useTranslations('account');
    const [result, submit] = useActionState(saveDetails, undefined);
    const [values, setValues] = useState({
        firstName: customer.firstName,
        lastName: customer.lastName,
        phoneNumber: customer.phoneNumber ?? '',
    });
    const error = result && !result.ok ? result.error : undefined;
    return (
        <form action={submit} noValidate className="grid gap-5">
            {fields.map(field => (
                <Field
                    key={field.name}
                    {...field}
                    label={t(field.name)}
                    value={values[field.name]}
                    onChange={event => setValues(old => ({ ...old, [field.name]: event.target.value }))}
                    error={error?.fields?.[field.name]}
                />
            ))}
            <FormError>{error && !error.fields && error.message}</FormError>
            <div className="flex items-center gap-4">
                <SubmitButton look="secondary">{t('save')}</SubmitButton>
                <FormSuccess>{result?.ok && t('saved')}</FormSuccess>
            </div>
        </form>
    );
}
