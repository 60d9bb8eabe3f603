import { type PersonalDataDeclaration, personalRows } from '@efi/plugin-kit';

/** What the plugin keeps of people. */
export const personalData: PersonalDataDeclaration = {
    tables: [
        {
            table: 'efi_behaviour_event',
            holds: 'What a shopper looked at, searched for and put into the cart',
            purpose: 'Personal recommendations, and figures about the shop',
            basis: 'consent',
            retention: '395 days, or as the option retentionDays says; until the consent is taken back',
            rows: personalRows.ofCustomer(),
            columns: {
                customerId: 'the customer',
                session: 'pseudonym of the visit',
                at: 'when',
                productId: 'the product',
                productVariantId: 'the variant',
                term: 'what was searched for',
            },
            impersonal: ['type', 'recommendationId'],
            erasure: { by: 'deletion' },
        },
        {
            table: 'efi_behaviour_consent',
            holds: 'What a customer agreed to last',
            purpose: 'Doing what people agreed to, and no more',
            basis: 'legal obligation',
            retention: 'As long as the account',
            rows: personalRows.ofCustomer(),
            columns: {
                customerId: 'the customer',
                personalisation: 'the decision',
                decidedAt: 'when',
            },
            erasure: { by: 'deletion' },
        },
    ],
    impersonal: [
        {
            because: 'Counts of a day, and keys of pseudonyms',
            tables: ['efi_behaviour_count', 'efi_behaviour_key'],
        },
    ],
};
