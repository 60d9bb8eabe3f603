import { useLocale } from 'next-intl';
import { countryName } from '@/lib/address/country-name';
import { languageTag, parseLocale } from '@/lib/market/locale';
import type { Order } from '@/lib/vendure/order-fragment';
import { addressLines } from './address-lines';

/** An address as it is written on a parcel. */
export function PostalAddress({ address }: { address: NonNullable<Order['shippingAddress']> }) {
    const { locale } = parseLocale(useLocale());
    const named = { ...address, country: countryName(address, languageTag(locale)) };
    return (
        <address className="leading-relaxed not-italic">
            {addressLines(named).map((line, index) => (
                <span key={index} className="block">
                    {line}
                </span>
            ))}
        </address>
    );
}
