import { Store, Truck } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import { graphql } from '@/graphql/graphql';
import { arrivals } from '@/lib/arrivals';
import { plainText } from '@/lib/plain-text';
import { queryKept } from '@/lib/vendure/client';

const DeliveryWaysQuery = graphql(`
    query DeliveryWays {
        activeShippingMethods {
            id
            name
            description
            efiIsPickUp
            efiDeliveryTime {
                minWorkingDays
                maxWorkingDays
                orderBy
            }
        }
    }
`);

/** How things come to shoppers of this market, and when. A page does without it too. */
export async function Delivery() {
    const [t, ways, arrival] = await Promise.all([getTranslations('product'), fetchWays(), arrivals()]);
    if (ways.length === 0) {
        return null;
    }
    return (
        <section aria-labelledby="delivery" className="mt-8 border-t border-line pt-6">
            <h2 id="delivery" className="text-sm font-medium">
                {t('delivery')}
            </h2>
            <ul className="mt-3 grid gap-3 text-[0.95rem]">
                {ways.map(way => {
                    const Icon = way.efiIsPickUp ? Store : Truck;
                    return (
                        <li key={way.id} className="flex gap-3">
                            <Icon
                                size={20}
                                strokeWidth={1.6}
                                aria-hidden
                                className="mt-0.5 shrink-0 text-muted"
                            />
                            <p>
                                {way.name}
                                {way.efiDeliveryTime && (
                                    <span className="block">{arrival(way.efiDeliveryTime)}</span>
                                )}
                                <span className="block text-sm text-muted">
                                    {plainText(way.description ?? '')}
                                </span>
                            </p>
                        </li>
                    );
                })}
            </ul>
        </section>
    );
}

async function fetchWays() {
    try {
        const { activeShippingMethods } = await queryKept('deliveryWays', DeliveryWaysQuery, {});
        return activeShippingMethods.filter(way => way !== null);
    } catch {
        return [];
    }
}
