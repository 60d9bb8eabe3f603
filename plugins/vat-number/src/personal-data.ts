import { type PersonalDataDeclaration, personalRows } from '@efi/plugin-kit';
import { VAT_NUMBER_COLUMN } from './vat-number-field';

/** What the plugin keeps of people: the number of a trader who is a person leads to them. */
export const personalData: PersonalDataDeclaration = {
    tables: [
        {
            table: 'order',
            part: 'order: VAT number',
            holds: 'VAT number of the company that an order is for',
            purpose: 'Invoices to companies',
            basis: 'contract',
            retention: 'as long as the order; German law has invoices kept for eight years',
            rows: personalRows.ofCustomer(),
            columns: { [VAT_NUMBER_COLUMN]: 'the number; of a sole trader, a person’s' },
            erasure: {
                by: 'overwriting',
                with: { [VAT_NUMBER_COLUMN]: 'NULL' },
                because: 'The books need the order and its amounts',
            },
        },
    ],
    impersonal: [],
};
