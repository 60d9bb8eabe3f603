import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { NarrowPage } from '@/components/layout/narrow-page';
import { AddressForm } from '@/features/account/address-form';
import { signInFor } from '@/features/account/way-on';
import { redirect } from '@/i18n/navigation';
import { currentMarket } from '@/lib/market/current-market';
import { fetchCountries } from '@/lib/vendure/countries';
import { fetchCurrentCustomer } from '@/lib/vendure/current-customer';

interface Props {
    readonly params: Promise<{ id: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
    const t = await getTranslations('addresses');
    return { title: t('editTitle'), robots: { index: false } };
}

export default async function AddressPage({ params }: Props) {
    const [t, { id }, { locale }, customer, countries] = await Promise.all([
        getTranslations('addresses'),
        params,
        currentMarket(),
        fetchCurrentCustomer(),
        fetchCountries(),
    ]);
    if (!customer) {
        return redirect({ href: signInFor(`account/addresses/${id}`), locale });
    }
    const address = customer.addresses?.find(entry => entry.id === id);
    if (!address) {
        notFound();
    }
    // An address may lie where the shop no longer delivers to; a choice without it would move it.
    const offered = countries.some(({ code }) => code === address.country.code)
        ? countries
        : [...countries, address.country];
    return (
        <NarrowPage title={t('editTitle')}>
            <AddressForm
                id={address.id}
                initial={{
                    fullName: address.fullName ?? '',
                    company: address.company ?? '',
                    streetLine1: address.streetLine1,
                    streetLine2: address.streetLine2 ?? '',
                    city: address.city ?? '',
                    province: address.province ?? '',
                    postalCode: address.postalCode ?? '',
                    countryCode: address.country.code,
                    phoneNumber: address.phoneNumber ?? '',
                }}
                isDefault={{
                    shipping: address.defaultShippingAddress ?? false,
                    billing: address.defaultBillingAddress ?? false,
                }}
                countries={offered}
            />
        </NarrowPage>
    );
}
