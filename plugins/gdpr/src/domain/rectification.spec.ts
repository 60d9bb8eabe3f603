import { describe, expect, it } from 'vitest';
import { rectifiedRows } from './rectification';

const before = {
    customer: { 7: { firstName: 'Ada', lastName: 'Byron', phoneNumber: null } },
    order: { 1: { shippingAddress: { fullName: 'Ada Byron', city: 'London' } } },
    address: { 3: { city: 'London' }, 4: { city: 'Paris' } },
};

describe('a rectification', () => {
    it('tells the columns that changed, with what they say now', () => {
        const now = {
            ...before,
            customer: { 7: { firstName: 'Ada', lastName: 'Lovelace', phoneNumber: '' } },
        };
        expect(rectifiedRows(before, now)).toEqual([
            { part: 'customer', id: '7', fields: { lastName: 'Lovelace', phoneNumber: '' } },
        ]);
    });

    it('tells a value that was taken out, and a row that is gone', () => {
        const now = { ...before, address: { 3: { city: null } } };
        expect(rectifiedRows(before, now)).toEqual([
            { part: 'address', id: '3', fields: { city: null } },
            { part: 'address', id: '4', fields: null },
        ]);
    });

    it('tells nothing of what is as it was, of the order of properties, and of rows that are new', () => {
        const now = {
            ...before,
            order: {
                1: { shippingAddress: { city: 'London', fullName: 'Ada Byron' } },
                2: { shippingAddress: { city: 'Rome' } },
            },
        };
        expect(rectifiedRows(before, now)).toEqual([]);
    });
});
