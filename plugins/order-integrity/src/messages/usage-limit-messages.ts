/** ICU messages, by language. Vendure falls back to English. */
export const usageLimitMessages = {
    en: {
        'efi-promotion-used-up':
            'Used up in the meantime and taken off the order: {promotions}. Please check the new total.',
    },
    de: {
        'efi-promotion-used-up':
            'Inzwischen aufgebraucht und aus der Bestellung entfernt: {promotions}. Bitte die neue Summe prüfen.',
    },
    fr: {
        'efi-promotion-used-up':
            'Épuisé entre-temps et retiré de la commande : {promotions}. Veuillez vérifier le nouveau total.',
    },
} as const;
