'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { PlaceFields } from '@/components/address/place-fields';
import { Field } from '@/components/ui/field';
import { FormError } from '@/components/ui/form-message';
import { SubmitButton } from '@/components/ui/submit-button';
import { useActionForm } from '@/components/ui/use-action';
import { saveAddress } from './actions';
import { AddressBookFields } from './address-book-fields';
import { CompanyFields } from './company-fields';
import type { Country } from '@/lib/vendure/countries';
import type { AddressField } from './address-schema';
import type { AddressBook } from './saved-addresses';

interface Props {
    readonly countries: readonly Country[];
    /** What is known already, from the order or the account. */
    readonly initial: Partial<Record<AddressField, string>>;
    /** Of the signed-in shopper, whose e-mail is not asked for. */
    readonly accountEmail?: string;
    /** Of the signed-in shopper who has several addresses. */
    readonly book?: AddressBook;
}

const names = [
    { name: 'firstName', autoComplete: 'given-name' },
    { name: 'lastName', autoComplete: 'family-name' },
] as const;

export function AddressForm({ countries, initial, accountEmail, book }: Props) {
    const t = useTranslations('checkout');
    const { error, message, form } = useActionForm(saveAddress);
    const [values, setValues] = useState(initial);
    const [chosen, setChosen] = useState({ delivery: book?.delivery ?? '', billing: book?.billing ?? '' });

    const bind = (name: AddressField) => ({
        name,
        value: values[name] ?? '',
        error: error?.fields?.[name],
        onChange: (event: { target: { value: string } }) =>
            setValues(current => ({ ...current, [name]: event.target.value })),
    });

    const typed = (
        <>
            {names.map(({ name, autoComplete }) => (
                <Field
                    key={name}
                    {...bind(name)}
                    className="col-span-2 xs:col-span-1"
                    autoComplete={autoComplete}
                    required
                    label={t(name)}
                />
            ))}
            <CompanyFields
                isCompany={values.isCompany === 'yes'}
                onToggle={isCompany =>
                    setValues(current => ({ ...current, isCompany: isCompany ? 'yes' : undefined }))
                }
                bind={bind}
            />
            <PlaceFields bind={bind} countries={countries} withoutCompany />
        </>
    );
    return (
        <form {...form} noValidate className="grid grid-cols-2 gap-x-4 gap-y-5">
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
            {book ? (
                <AddressBookFields
                    book={book}
                    chosen={chosen}
                    onChoose={(of, value) => setChosen(current => ({ ...current, [of]: value }))}
                    errors={error?.fields}
                    vatNumber={values.vatNumber ?? ''}
                    onVatNumber={vatNumber => setValues(current => ({ ...current, vatNumber }))}
                >
                    {typed}
                </AddressBookFields>
            ) : (
                typed
            )}
            <div className="col-span-2 grid gap-4">
                <FormError>{message}</FormError>
                <SubmitButton pending={t('saving')} className="w-full xs:w-auto xs:justify-self-start">
                    {t('toDelivery')}
                </SubmitButton>
            </div>
        </form>
    );
}
