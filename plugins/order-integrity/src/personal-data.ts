import type { PersonalDataDeclaration } from '@efi/plugin-kit';

/** What the plugin keeps of people: nothing. */
export const personalData: PersonalDataDeclaration = {
    tables: [],
    impersonal: [
        {
            because: 'Stock that is held for an order for minutes',
            tables: ['efi_stock_reservation'],
            columns: { 'efi_stock_reservation.orderId': 'It leads to the order, which is declared.' },
        },
    ],
};
