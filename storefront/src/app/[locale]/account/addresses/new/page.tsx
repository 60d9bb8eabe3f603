import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { NarrowPage } from '@/components/layout/narrow-page';
import { AddressForm } from '@/features/account/address-form';
import { signInFor } from '@/features/account/way-on';
import { redirect } from '@/i18n/navigation';
import { currentMarket } from '@/lib/market/current-market';
import { fetchCountries } from '@/lib/vendure/countries';
import { fetchCurrentCustomer } from '@/lib/vendure/current-customer';

export async function generateMetadata(): Promise<Metadata> {
    const t = await getTranslations('addresses');
    return { title: t('newTitle'), robots: { index: false } };
}

export default async function NewAddressPage() {
    const [t, { locale, market }, customer, countries] = await Promise.all([
        getTranslations('addresses'),
        currentMarket(),
        fetchCurrentCustomer(),
        fetchCountries(),
    ]);
    if (!customer) {
        return redirect({ href: signInFor('account/addresses/new'), locale });
    }
    const isFirst = !customer.addresses?.length;
    const country = countries.find(({ code }) => code === market.country) ?? countries[0];
    return (
        <NarrowPage title={t('newTitle')}>
            <AddressForm
                initial={{
                    fullName: `${customer.firstName} ${customer.lastName}`,
                    phoneNumber: customer.phoneNumber ?? '',
                    countryCode: country?.code,
                }}
                isDefault={{ shipping: isFirst, billing: isFirst }}
                countries={countries}
            />
        </NarrowPage>
    );
}
