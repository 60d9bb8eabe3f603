/** ICU messages, by language. Vendure falls back to English. */
export const priceMessages = {
    en: { 'efi-price-changed': 'Prices in your order have changed. Please check the new total and go on.' },
    de: {
        'efi-price-changed':
            'Preise in der Bestellung haben sich geändert. Bitte die neue Summe prüfen und fortfahren.',
    },
    fr: {
        'efi-price-changed':
            'Des prix de la commande ont changé. Veuillez vérifier le nouveau total et continuer.',
    },
} as const;
