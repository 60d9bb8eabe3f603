'use client';

import { useTranslations } from 'next-intl';
import { useActionState, useEffect, useRef, useState } from 'react';
import { Field, SelectField } from '@/components/ui/field';
import { FormError } from '@/components/ui/form-message';
import { SubmitButton } from '@/components/ui/submit-button';
import { saveAddress } from './actions';
import { needsProvince, type AddressField } from './address-schema';
import type { Country } from './checkout-documents';

interface Props {
    readonly countries: readonly Country[];
    /** What is known already, from the order or the account. */
    readonly initial: Partial<Record<AddressField, string>>;
    /** Of the signed-in shopper, whose e-mail is not asked for. */
    readonly accountEmail?: string;
}

const labels = {
    firstName: 'firstName',
    lastName: 'lastName',
    company: 'company',
    streetLine1: 'streetLine1',
    streetLine2: 'streetLine2',
    postalCode: 'postalCode',
    city: 'city',
    phoneNumber: 'phoneNumber',
} as const;

const layout = [
    { name: 'firstName', autoComplete: 'given-name', half: true, required: true },
    { name: 'lastName', autoComplete: 'family-name', half: true, required: true },
    { name: 'company', autoComplete: 'organization', half: false, required: false },
    { name: 'streetLine1', autoComplete: 'address-line1', half: false, required: true },
    { name: 'streetLine2', autoComplete: 'address-line2', half: false, required: false },
    { name: 'postalCode', autoComplete: 'postal-code', half: true, required: true },
    { name: 'city', autoComplete: 'address-level2', half: true, required: true },
] as const;

export function AddressForm({ countries, initial, accountEmail }: Props) {
    const t = useTranslations('checkout');
    const [result, submit] = useActionState(saveAddress, undefined);
    // React empties a form after its action; what was typed stays in these.
    const [values, setValues] = useState(initial);
    const form = useRef<HTMLFormElement>(null);
    const error = result && !result.ok ? result.error : undefined;
    useEffect(() => {
        if (error?.fields) {
            form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
        }
    }, [error]);

    const bind = (name: AddressField) => ({
        name,
        value: values[name] ?? '',
        error: error?.fields?.[name],
        onChange: (event: { target: { value: string } }) =>
            setValues(current => ({ ...current, [name]: event.target.value })),
    });
    const withStates = needsProvince(values.countryCode ?? '');

    return (
        <form ref={form} action={submit} noValidate className="grid grid-cols-2 gap-x-4 gap-y-5">
            {accountEmail ? (
                <>
                    <input type="hidden" name="emailAddress" value={accountEmail} />
                    <p className="col-span-2 text-muted">{t('signedInAs', { email: accountEmail })}</p>
                </>
            ) : (
                <Field
                    {...bind('emailAddress')}
                    className="col-span-2"
                    type="email"
                    autoComplete="email"
                    required
                    label={t('emailAddress')}
                    hint={t('emailHint')}
                />
            )}
            {layout.map(({ name, autoComplete, half, required }) => (
                <Field
                    key={name}
                    {...bind(name)}
                    className={half ? 'col-span-2 xs:col-span-1' : 'col-span-2'}
                    autoComplete={autoComplete}
                    required={required}
                    label={t(labels[name])}
                />
            ))}
            <SelectField
                {...bind('countryCode')}
                className="col-span-2 xs:col-span-1"
                autoComplete="country"
                required
                label={t('country')}
                options={countries.map(country => ({ value: country.code, label: country.name }))}
            />
            <Field
                {...bind('province')}
                className="col-span-2 xs:col-span-1"
                autoComplete="address-level1"
                required={withStates}
                label={t(withStates ? 'province' : 'provinceOptional')}
            />
            <Field
                {...bind('phoneNumber')}
                className="col-span-2"
                type="tel"
                autoComplete="tel"
                label={t(labels.phoneNumber)}
            />
            <div className="col-span-2 grid gap-4">
                <FormError>{error?.message}</FormError>
                <SubmitButton pending={t('saving')} className="w-full xs:w-auto xs:justify-self-start">
                    {t('toDelivery')}
                </SubmitButton>
            </div>
        </form>
    );
}
