import type { PersonalDataDeclaration } from '@efi/plugin-kit';
import { describe, expect, it } from 'vitest';
import { type CatalogueColumn, personalDataGaps } from './gaps';

const wishes: PersonalDataDeclaration = {
    tables: [
        {
            table: 'wish',
            holds: 'Wishes',
            purpose: 'Showing them again',
            basis: 'contract',
            retention: 'As long as the account',
            rows: '"customerId" = ANY(:customers)',
            columns: { customerId: 'the customer', text: 'the wish' },
            impersonal: ['state'],
            erasure: { by: 'deletion' },
        },
    ],
    impersonal: [
        {
            because: 'Settings',
            tables: ['setting'],
            columns: { 'setting.orderId': 'It is the number of an example.' },
        },
    ],
};

const catalogue: CatalogueColumn[] = [
    { table: 'wish', column: 'id', type: 'integer' },
    { table: 'wish', column: 'customerId', type: 'integer', references: 'customer' },
    { table: 'wish', column: 'text', type: 'text' },
    { table: 'wish', column: 'state', type: 'character varying' },
    { table: 'setting', column: 'value', type: 'text' },
    { table: 'setting', column: 'orderId', type: 'integer' },
];

const withColumn = (column: CatalogueColumn) => personalDataGaps([...catalogue, column], [wishes]);

describe('what is declared of personal data', () => {
    it('has no gap when all is covered', () => {
        expect(personalDataGaps(catalogue, [wishes])).toEqual([]);
    });

    it('lacks a table that nobody declared, whatever is in it', () => {
        expect(withColumn({ table: 'review', column: 'stars', type: 'integer' })).toEqual([
            'The table review is not declared: with personal data, or as impersonal.',
        ]);
    });

    it.each([
        { column: 'giftFor', type: 'character varying' },
        { column: 'more', type: 'jsonb' },
        { column: 'tags', type: 'ARRAY' },
        { column: 'phoneVerified', type: 'boolean' },
    ])('lacks $column of a table with personal data', ({ column, type }) => {
        expect(withColumn({ table: 'wish', column, type })).toEqual([
            `wish.${column} is in a table with personal data: declare it as personal or impersonal.`,
        ]);
    });

    it.each([
        { column: 'contactEmail', type: 'text', references: null },
        { column: 'firstName', type: 'text', references: null },
        { column: 'changed_by', type: 'text', references: null },
        { column: 'keeper', type: 'integer', references: 'administrator' },
    ])('lacks $column of a table that is said to be impersonal', column => {
        expect(withColumn({ table: 'setting', ...column })).toEqual([
            `setting.${column.column} looks personal: declare its table, or say why it is not.`,
        ]);
    });

    it('takes no word for personal because of letters in it', () => {
        expect(withColumn({ table: 'setting', column: 'capacityBytes', type: 'integer' })).toEqual([]);
    });

    it('tells what is declared and is not there', () => {
        expect(
            personalDataGaps(
                catalogue.filter(({ column }) => column !== 'state'),
                [wishes],
            ),
        ).toEqual(['wish.state is declared and does not exist.']);
    });

    it('tells a table that is declared both ways', () => {
        const both = { tables: [], impersonal: [{ because: 'By mistake', tables: ['wish'] }] };
        expect(personalDataGaps(catalogue, [wishes, both])).toEqual([
            'The table wish is declared as personal and as impersonal.',
        ]);
    });
});
