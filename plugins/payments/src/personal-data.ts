import { type PersonalDataDeclaration, type PersonalDataTable, personalRows } from '@efi/plugin-kit';

const payment = {
    purpose: 'Taking the money for an order once, and giving it back',
    basis: 'contract',
    retention: 'As long as the order, for the books',
} as const satisfies Partial<PersonalDataTable>;

const books = 'Law has the books kept; without the order’s names and addresses they name nobody.';
const ofIntent = `"intentId" IN (SELECT id FROM efi_payment_intent WHERE ${personalRows.ofOrder()})`;

/** What the plugin keeps of people. Card numbers never reach it. */
export const personalData: PersonalDataDeclaration = {
    tables: [
        {
            ...payment,
            table: 'efi_payment_review',
            holds: 'What staff wrote when they decided about a payment',
            rows: ofIntent,
            columns: { reason: 'free text', userIdentifier: 'login name of the member of staff' },
            impersonal: ['quarantineReason', 'quarantineFacts', 'resolution'],
            withheld: ['userId', 'userIdentifier'],
            erasure: { by: 'overwriting', with: { reason: `''` }, because: books },
        },
        {
            ...payment,
            table: 'efi_payment_discrepancy',
            holds: 'What staff wrote about a movement that was not alike in both books',
            rows: ofIntent,
            columns: { reason: 'free text', resolvedBy: 'login name of the member of staff' },
            impersonal: [
                'gateway',
                'kind',
                'movementKind',
                'providerReference',
                'paymentReference',
                'currencyThere',
                'currencyHere',
                'state',
            ],
            withheld: ['resolvedBy'],
            erasure: { by: 'overwriting', with: { reason: 'NULL' }, because: books },
        },
        {
            ...payment,
            table: 'efi_payment_intent',
            holds: 'Payments of an order, with the kind of card',
            rows: personalRows.ofOrder(),
            columns: {
                orderId: 'the order',
                orderCode: 'its code',
                card: 'brand, last four digits, expiry and country',
                action: 'what the shopper has to do, such as an address to go to',
                failureMessage: 'what the provider said',
                languageCode: 'language of the shopper',
            },
            impersonal: [
                'methodCode',
                'gateway',
                'currency',
                'captureMode',
                'state',
                'providerReference',
                'failureCode',
                'quarantineReason',
                'quarantineFacts',
                'untoldReturn',
            ],
            withheld: ['action'],
            erasure: {
                by: 'overwriting',
                with: {
                    card: 'NULL',
                    failureMessage: 'NULL',
                    action: `CASE WHEN state IN ('processing', 'action-required', 'pending') THEN action END`,
                },
                because: books,
            },
        },
        {
            ...payment,
            table: 'efi_payment_customer',
            holds: 'By which name a payment provider knows a customer',
            purpose: 'Offering ways to pay that were saved with the provider',
            retention: 'As long as the account',
            rows: personalRows.ofCustomer(),
            columns: { customerId: 'the customer', providerCustomer: 'the provider’s name of the customer' },
            impersonal: ['gateway'],
            erasure: { by: 'deletion' },
        },
    ],
    impersonal: [
        {
            because: 'References and amounts for the books, and how providers fare',
            tables: [
                'efi_payment_gateway_health',
                'efi_payment_ledger',
                'efi_payment_operation',
                'efi_payment_reconciliation',
                'efi_payment_webhook_event',
            ],
        },
    ],
};
