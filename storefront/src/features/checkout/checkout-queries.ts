import 'server-only';
import { cache } from 'react';
import { queryAsShopper } from '@/lib/vendure/client';
import { fetchSavedCards, type SavedCard } from '@/lib/vendure/saved-cards';
import { CheckoutMethodsQuery, type PaymentMethod } from './checkout-documents';

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
