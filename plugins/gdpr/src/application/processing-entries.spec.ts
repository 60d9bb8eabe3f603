import type { PersonalDataTable } from '@efi/plugin-kit';
import { expect, it } from 'vitest';
import { processingEntries } from './processing-entries';

const table = (more: Partial<PersonalDataTable>): PersonalDataTable => ({
    table: 'note',
    holds: 'Notes',
    purpose: 'Service',
    basis: 'contract',
    retention: '1 year',
    columns: { text: 'what was said' },
    erasure: { by: 'deletion' },
    ...more,
});

it('tells of shoppers first, what an erasure leaves and why, and which parts can be held back', () => {
    const entries = processingEntries([
        {
            tables: [
                table({ table: 'login', holds: 'A log of staff', subjects: 'staff', rows: '"userId" = 1' }),
                table({ part: 'note of orders', rows: '"customerId" = ANY(:customers)' }),
                table({
                    table: 'bill',
                    holds: 'Bills',
                    erasure: { by: 'overwriting', with: { name: 'NULL' }, because: 'Tax law.' },
                }),
            ],
            impersonal: [],
        },
    ]);
    expect(entries.map(({ holds, part, isFound }) => [holds, part, isFound])).toEqual([
        ['Bills', 'bill', false],
        ['Notes', 'note of orders', true],
        ['A log of staff', 'login', false],
    ]);
    expect(entries[0]).toMatchObject({
        erasure: 'OVERWRITING',
        overwritten: ['name'],
        keptBecause: 'Tax law.',
        columns: [{ name: 'text', says: 'what was said' }],
    });
});
