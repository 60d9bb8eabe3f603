import { useTranslations } from 'next-intl';
import { cardBrand } from './card-brand';

interface Card {
    readonly brand: string;
    readonly last4: string;
    readonly expiryMonth: number | null;
    readonly expiryYear: number | null;
}

/** How a saved card is named, and until when it can be used. */
export function useSavedCardText(): (card: Card) => { title: string; text?: string } {
    const t = useTranslations('savedCard');
    return ({ brand, last4, expiryMonth, expiryYear }) => ({
        title: t('title', { brand: cardBrand(brand), last4 }),
        ...(expiryMonth !== null &&
            expiryYear !== null && {
                text: t('expires', {
                    month: String(expiryMonth).padStart(2, '0'),
                    year: String(expiryYear),
                }),
            }),
    });
}
