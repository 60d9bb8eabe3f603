import { useLocale } from 'next-intl';
import { writtenHours } from '@/lib/address/opening-hours';
import { languageTag, parseLocale } from '@/lib/market/locale';
import type { Order } from '@/lib/vendure/order-fragment';
import { placeLines } from './place-lines';

/** Where an order is fetched, and when somebody is there. */
export function PickUpPlace({ place }: { place: NonNullable<Order['efiPickUpPlace']> }) {
    const language = languageTag(parseLocale(useLocale()).locale);
    return (
        <>
            <address className="leading-relaxed not-italic">
                {[place.name, ...placeLines(place.address)].map(line => (
                    <span key={line} className="block">
                        {line}
                    </span>
                ))}
            </address>
            {place.openingHours.length > 0 && (
                <ul className="mt-1 text-sm text-muted">
                    {place.openingHours.map(hours => (
                        <li key={`${hours.fromDay} ${hours.opens}`}>{writtenHours(hours, language)}</li>
                    ))}
                </ul>
            )}
        </>
    );
}
