'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Field } from '@/components/ui/field';
import { FormError, FormSuccess } from '@/components/ui/form-message';
import { SubmitButton } from '@/components/ui/submit-button';
import { useActionForm } from '@/components/ui/use-action';
import type { Customer } from '@/lib/vendure/current-customer';
import { saveDetails } from './actions';

const fields = [
    { name: 'firstName', autoComplete: 'given-name' },
    { name: 'lastName', autoComplete: 'family-name' },
    { name: 'phoneNumber', autoComplete: 'tel' },
] as const;

export function DetailsForm({ customer }: { customer: Customer }) {
    const t = useTranslations('account');
    const { result, error, message, form } = useActionForm(saveDetails);
    const [values, setValues] = useState({
        firstName: customer.firstName,
        lastName: customer.lastName,
        phoneNumber: customer.phoneNumber ?? '',
    });
    return (
        <form {...form} noValidate className="grid gap-5">
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
            <FormError>{message}</FormError>
            <div className="flex items-center gap-4">
                <SubmitButton look="secondary">{t('save')}</SubmitButton>
                <FormSuccess>{result?.ok && t('saved')}</FormSuccess>
            </div>
        </form>
    );
}
