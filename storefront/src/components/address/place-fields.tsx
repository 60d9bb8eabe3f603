'use client';

import { useTranslations } from 'next-intl';
import { Field, SelectField } from '@/components/ui/field';
import { needsProvince, type PlaceField } from '@/lib/address/place';

interface Bound {
    readonly name: string;
    readonly value: string;
    readonly error: string | undefined;
    readonly onChange: (event: { target: { value: string } }) => void;
}

interface Props {
    /** Value, fault and change of a field. */
    readonly bind: (name: PlaceField) => Bound;
    readonly countries: readonly { readonly code: string; readonly name: string }[];
    /** For a form that asks for the company elsewhere. */
    readonly withoutCompany?: boolean;
}

const layout = [
    { name: 'company', autoComplete: 'organization', half: false, required: false },
    { name: 'streetLine1', autoComplete: 'address-line1', half: false, required: true },
    { name: 'streetLine2', autoComplete: 'address-line2', half: false, required: false },
    { name: 'postalCode', autoComplete: 'postal-code', half: true, required: true },
    { name: 'city', autoComplete: 'address-level2', half: true, required: true },
] as const;

/** The fields of an address but the name, in a form with two columns. */
export function PlaceFields({ bind, countries, withoutCompany = false }: Props) {
    const t = useTranslations('checkout');
    const country = bind('countryCode');
    const withStates = needsProvince(country.value);
    return (
        <>
            {layout
                .filter(({ name }) => name !== 'company' || !withoutCompany)
                .map(({ name, autoComplete, half, required }) => (
                    <Field
                        key={name}
                        {...bind(name)}
                        className={half ? 'col-span-2 xs:col-span-1' : 'col-span-2'}
                        autoComplete={autoComplete}
                        required={required}
                        label={t(name)}
                    />
                ))}
            <SelectField
                {...country}
                className="col-span-2 xs:col-span-1"
                autoComplete="country"
                required
                label={t('country')}
                options={countries.map(({ code, name }) => ({ value: code, label: name }))}
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
                label={t('phoneNumber')}
            />
        </>
    );
}
