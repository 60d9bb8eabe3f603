import 'server-only';
import { queryShop } from '@/lib/vendure/client';
import { fetchSavedCards, type SavedCard } from '@/lib/vendure/saved-cards';
import { PaymentMethodCodes } from './saved-card-documents';

export interface SavedCardList {
    readonly cards: ReadonlyArray<SavedCard & { /** Code of the payment method. */ readonly method: string }>;
    /** Whether every provider could tell. */
    readonly isComplete: boolean;
}

/** What the signed-in customer keeps with the providers of this market. */
export async function fetchSavedCardList(): Promise<SavedCardList> {
    const { activePaymentMethods } = await queryShop(PaymentMethodCodes, {});
    const lists = await Promise.all(
        activePaymentMethods.flatMap(found => (found ? [listOf(found.code)] : [])),
    );
    return {
        cards: lists.flatMap(cards => cards ?? []),
        isComplete: lists.every(cards => cards !== undefined),
    };
}

async function listOf(method: string) {
    return (await fetchSavedCards(method))?.map(card => ({ ...card, method }));
}
