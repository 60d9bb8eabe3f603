import { describe, expect, it } from 'vitest';
import { matching } from './matching';

const person = (identifier: string, roles: string[], used: string[], unused: string[]) => ({
    ...{ administratorId: identifier, identifier, roles, lastLogin: null, unused },
    permissions: [...used, ...unused].map(name => ({ name, lastUsedAt: null })),
});

const audited = [
    person('ada@example.com', ['support'], ['ReadOrder'], ['UpdateOrder', 'ReadCustomer']),
    person('grace@example.com', ['inventory_manager'], ['ReadProduct'], []),
];

const names = (text: string, onlyUnused = false) =>
    matching(audited, text, onlyUnused).map(({ identifier, permissions }) => [
        identifier.split('@')[0],
        ...permissions.map(({ name }) => name),
    ]);

describe('the audit of roles, looked through', () => {
    it('is whole without a word', () => {
        expect(names(' ')).toEqual([
            ['ada', 'ReadOrder', 'UpdateOrder', 'ReadCustomer'],
            ['grace', 'ReadProduct'],
        ]);
    });

    it('finds people and roles with all that they may do, and permissions with who has them', () => {
        expect(names('Ada')).toEqual([['ada', 'ReadOrder', 'UpdateOrder', 'ReadCustomer']]);
        expect(names('inventory')).toEqual([['grace', 'ReadProduct']]);
        expect(names('order')).toEqual([['ada', 'ReadOrder', 'UpdateOrder']]);
        expect(names('nobody')).toEqual([]);
    });

    it('leaves out what is used, and who uses all', () => {
        expect(names('', true)).toEqual([['ada', 'UpdateOrder', 'ReadCustomer']]);
        expect(names('order', true)).toEqual([['ada', 'UpdateOrder']]);
    });
});
