import { describe, expect, it } from 'vitest';
import { classOfMutation, isWrittenDown, subjectOf } from './describe-mutation';

const entities = ['Order', 'Product', 'ProductVariant', 'Country', 'TaxCategory', 'Role', 'Administrator'];

describe('what a mutation is about', () => {
    it.each([
        ['updateProduct', { input: { id: 1 } }, { type: 'Product', ids: [1], isThere: true }],
        [
            'updateProductVariants',
            { input: [{ id: 3 }, { id: '4' }] },
            { type: 'ProductVariant', ids: [3, '4'], isThere: true },
        ],
        ['deleteTaxCategories', { ids: [1, 2] }, { type: 'TaxCategory', ids: [1, 2], isThere: true }],
        ['createCountry', { input: { code: 'AT' } }, { type: 'Country', ids: [], isThere: false }],
        ['setOrderCustomFields', { input: { id: 7 } }, { type: 'Order', ids: [7], isThere: true }],
        [
            'runPendingSearchIndexUpdates',
            {},
            { type: 'RunPendingSearchIndexUpdates', ids: [], isThere: true },
        ],
        ['updateOrderlyThing', { id: 1 }, { type: 'OrderlyThing', ids: [1], isThere: true }],
        ['updateProduct', null, { type: 'Product', ids: [], isThere: true }],
    ])('%s', (name, args, subject) => {
        expect(subjectOf(name, args, entities)).toEqual(subject);
    });

    it.each([
        ['login', 'authentication'],
        ['updateCustomerPassword', 'authentication'],
        ['createRole', 'security'],
        ['assignRoleToAdministrator', 'security'],
        ['updateGlobalSettings', 'security'],
        ['updateProduct', 'transaction'],
        ['refundOrder', 'transaction'],
    ])('%s is kept as %s', (name, kept) => {
        expect(classOfMutation(name)).toBe(kept);
    });

    it('writes down everything that staff do, and what shoppers do with their accounts', () => {
        expect(isWrittenDown('admin', 'addItemToDraftOrder')).toBe(true);
        expect(isWrittenDown('shop', 'resetPassword')).toBe(true);
        expect(isWrittenDown('shop', 'addItemToOrder')).toBe(false);
    });
});
