import 'server-only';
import { cache } from 'react';
import { queryAsShopper, queryKept } from '@/lib/vendure/client';
import { fetchSavedCards, type SavedCard } from '@/lib/vendure/saved-cards';
import { CheckoutMethodsQuery, CountriesQuery, type PaymentMethod } from './checkout-documents';

/** Where the shop delivers to at all, by name. */
export const fetchCountries = cache(async () => {
    const { availableCountries } = await queryKept('countries', CountriesQuery, {});
    return [...availableCountries].sort((a, b) => a.name.localeCompare(b.name));
});

/** Ways to deliver and to pay for the order as it is now. */
export const fetchCheckoutMethods = cache(async () => {
    const { eligibleShippingMethods, eligiblePaymentMethods } = await queryAsShopper(
        CheckoutMethodsQuery,
        {},
    );
    return {
        shippingMethods: [...eligibleShippingMethods].sort((a, b) => a.price - b.price),
        paymentMethods: eligiblePaymentMethods.filter(method => method.isEligible),
    };
});

/** The signed-in customer's saved cards, by the code of the payment method that they pay with. */
export async function fetchSavedCardsOf(
    methods: readonly PaymentMethod[],
): Promise<Record<string, readonly SavedCard[]>> {
    const keeping = methods.filter(({ efiPayment }) => efiPayment?.canSaveMethod);
    return Object.fromEntries(
        await Promise.all(
            keeping.map(async ({ code }) => [code, (await fetchSavedCards(code)) ?? []] as const),
        ),
    );
}
