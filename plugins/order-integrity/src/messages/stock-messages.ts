/** What shoppers and administrators read, by language. */
export const stockMessages = {
    en: {
        'efi-stock-shortfall': 'Not enough in stock – {items}',
        'efi-stock-shortfall-item': '{name} ({quantity} wanted, {available} left)',
    },
    de: {
        'efi-stock-shortfall': 'Nicht genug auf Lager – {items}',
        'efi-stock-shortfall-item': '{name} ({quantity} gewünscht, noch {available} verfügbar)',
    },
    fr: {
        'efi-stock-shortfall': 'Stock insuffisant – {items}',
        'efi-stock-shortfall-item': '{name} (demandé : {quantity}, disponible : {available})',
    },
} as const;
