import 'server-only';
import { graphql, type ResultOf } from '@/graphql/graphql';
import { queryAsShopper } from './client';

const SavedCardsQuery = graphql(`
    query SavedCards($method: String!) {
        efiSavedPaymentMethods(method: $method) {
            reference
            brand
            last4
            expiryMonth
            expiryYear
        }
    }
`);

/** A card that the customer keeps with a payment provider. The shop knows no more of it than this. */
export type SavedCard = ResultOf<typeof SavedCardsQuery>['efiSavedPaymentMethods'][number];

/**
 * For customers who are signed in.
 *
 * @param method - Code of a payment method.
 * @returns `undefined` when the provider can't tell just now: then paying with another card is still possible.
 */
export async function fetchSavedCards(method: string): Promise<readonly SavedCard[] | undefined> {
    try {
        return (await queryAsShopper(SavedCardsQuery, { method })).efiSavedPaymentMethods;
    } catch (error) {
        console.error(`The saved cards of ${method} can't be read:`, error);
        return undefined;
    }
}
