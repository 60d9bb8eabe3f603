'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { PlaceFields } from '@/components/address/place-fields';
import { Field } from '@/components/ui/field';
import { FormError } from '@/components/ui/form-message';
import { SubmitButton } from '@/components/ui/submit-button';
import { useActionForm } from '@/components/ui/use-action';
import type { PlaceField } from '@/lib/address/place';
import type { Country } from '@/lib/vendure/countries';
import { saveAddress } from './address-actions';

type AddressFormField = 'fullName' | PlaceField;

interface Props {
    /** Absent for a new one. */
    readonly id?: string;
    readonly initial: Partial<Record<AddressFormField, string>>;
    readonly isDefault: { readonly shipping: boolean; readonly billing: boolean };
    readonly countries: readonly Country[];
}

const defaults = [
    { name: 'defaultShippingAddress', kind: 'shipping', label: 'useForDelivery' },
    { name: 'defaultBillingAddress', kind: 'billing', label: 'useForBilling' },
] as const;

/** Adds or changes one of the account's addresses. */
export function AddressForm({ id, initial, isDefault, countries }: Props) {
    const t = useTranslations();
    const { error, message, form } = useActionForm(saveAddress);
    const [values, setValues] = useState(initial);

    const bind = (name: AddressFormField) => ({
        name,
        value: values[name] ?? '',
        error: error?.fields?.[name],
        onChange: (event: { target: { value: string } }) =>
            setValues(current => ({ ...current, [name]: event.target.value })),
    });

    return (
        <form {...form} noValidate className="grid grid-cols-2 gap-x-4 gap-y-5">
            {id && <input type="hidden" name="id" value={id} />}
            <Field
                {...bind('fullName')}
                className="col-span-2"
                autoComplete="name"
                required
                label={t('addresses.fullName')}
            />
            <PlaceFields bind={bind} countries={countries} />
            <div className="col-span-2">
                {defaults.map(({ name, kind, label }) => (
                    <label key={name} className="flex min-h-11 items-center gap-3">
                        <input
                            type="checkbox"
                            name={name}
                            defaultChecked={isDefault[kind]}
                            className="size-5 accent-accent"
                        />
                        {t(`addresses.${label}`)}
                    </label>
                ))}
            </div>
            <div className="col-span-2 grid gap-4">
                <FormError>{message}</FormError>
                <SubmitButton pending={t('checkout.saving')} className="justify-self-start">
                    {t('account.save')}
                </SubmitButton>
            </div>
        </form>
    );
}
