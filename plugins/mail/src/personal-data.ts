import type { PersonalDataDeclaration } from '@efi/plugin-kit';

/** What the plugin keeps of people: nothing. */
export const personalData: PersonalDataDeclaration = {
    tables: [],
    impersonal: [
        {
            because: 'Language and market of an order',
            tables: ['efi_order_locale'],
            columns: { 'efi_order_locale.orderId': 'It leads to the order, which is declared.' },
        },
    ],
};
