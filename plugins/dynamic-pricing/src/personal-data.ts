import type { PersonalDataDeclaration, PersonalDataTable } from '@efi/plugin-kit';

const staff = {
    subjects: 'staff',
    purpose: 'Knowing who changed prices',
    basis: 'legitimate interests',
    retention: 'As long as the installation',
    erasure: { by: 'nothing', because: 'It tells who is responsible for a price.' },
} as const satisfies Partial<PersonalDataTable>;

/** What the plugin keeps of people: who among the staff decided. No price depends on who looks at it. */
export const personalData: PersonalDataDeclaration = {
    tables: [
        {
            ...staff,
            table: 'efi_pricing_audit',
            holds: 'Who did what with prices',
            columns: { actor: 'login name' },
            impersonal: ['action', 'details'],
        },
        {
            ...staff,
            table: 'efi_pricing_run',
            holds: 'Who had prices worked out',
            columns: { startedBy: 'login name' },
            impersonal: ['currencyCode', 'mode', 'state', 'error'],
        },
        {
            ...staff,
            table: 'efi_price_decision',
            holds: 'Who approved a price',
            columns: { decidedBy: 'login name' },
            impersonal: ['currencyCode', 'state', 'trace'],
        },
    ],
    impersonal: [
        {
            because: 'About products, prices and competitors',
            tables: [
                'efi_competitor_feed',
                'efi_competitor_price',
                'efi_group_price',
                'efi_price_freeze',
                'efi_pricing_rule',
                'efi_pricing_settings',
                'efi_pricing_variant_guard',
                'efi_variant_cost',
            ],
            columns: {
                'efi_price_freeze.orderId': 'It leads to the order, which is declared.',
                'efi_group_price.customerGroupId': 'A group is a price list, not a person.',
            },
        },
    ],
};
