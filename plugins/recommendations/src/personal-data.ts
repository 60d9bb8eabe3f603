import { type PersonalDataDeclaration, type PersonalDataTable, personalRows } from '@efi/plugin-kit';

const choice = {
    purpose: 'Showing recommendations as the customer wants them',
    basis: 'contract',
    retention: 'As long as the account, or until it is taken back',
    rows: personalRows.ofCustomer(),
    erasure: { by: 'deletion' },
} as const satisfies Partial<PersonalDataTable>;

const staff = {
    subjects: 'staff',
    purpose: 'Knowing who decided about a model',
    basis: 'legitimate interests',
    retention: 'As long as the model',
    erasure: { by: 'nothing', because: 'It tells who is responsible for a decision.' },
} as const satisfies Partial<PersonalDataTable>;

/** What the plugin keeps of people. */
export const personalData: PersonalDataDeclaration = {
    tables: [
        {
            ...choice,
            table: 'efi_recommendation_choice',
            holds: 'Whether a customer wants personal recommendations',
            columns: { customerId: 'the customer', personal: 'the choice', changedAt: 'when' },
        },
        {
            ...choice,
            table: 'efi_recommendation_hidden',
            holds: 'Products that a customer does not want to see',
            columns: { customerId: 'the customer', productId: 'the product', hiddenAt: 'when' },
        },
        {
            table: 'efi_recommendation_list',
            holds: 'Lists that a visit was shown, and what became of them',
            purpose: 'Measuring whether recommendations are of use',
            basis: 'consent',
            retention: '90 days, or as the option keepListsDays says',
            columns: { session: 'pseudonym of the visit, which changes from time to time' },
            impersonal: ['id', 'placement', 'arm', 'clicked', 'inCart', 'bought'],
            erasure: {
                by: 'nothing',
                because: 'They are kept under the pseudonym of a visit, which leads to no customer.',
            },
        },
        {
            ...staff,
            table: 'efi_recommendation_model',
            holds: 'Who put a model in place',
            columns: { decidedBy: 'login name' },
            impersonal: ['state', 'card', 'reason'],
        },
        {
            ...staff,
            table: 'efi_recommendation_experiment',
            holds: 'Who began an experiment',
            columns: { startedBy: 'login name' },
            impersonal: ['placement'],
        },
    ],
    impersonal: [
        {
            because: 'About products, counts of a day, and models in which nobody is a row',
            tables: [
                'efi_recommendation_count',
                'efi_recommendation_key',
                'efi_recommendation_model_part',
                'efi_recommendation_rule',
            ],
        },
    ],
};
