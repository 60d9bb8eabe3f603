import { describe, expect, it } from 'vitest';
import { summaryTable } from './summary.mjs';

describe('summaryTable', () => {
    it('draws one table with a group under each heading, and no empty group', () => {
        const table = summaryTable([
            { heading: 'Addresses', rows: [{ name: 'Storefront', value: 'http://localhost:3001' }] },
            { heading: 'Accounts', rows: [{ name: 'Admin', value: 'a / b' }] },
            { heading: 'Nothing', rows: [] },
        ]);
        expect(table).toBe(
            [
                '┌─────────────────────────────────────┐',
                '│ Addresses                           │',
                '│   Storefront  http://localhost:3001 │',
                '├─────────────────────────────────────┤',
                '│ Accounts                            │',
                '│   Admin       a / b                 │',
                '└─────────────────────────────────────┘',
            ].join('\n'),
        );
    });
});
