import { describe, expect, it } from 'vitest';
import { classOfMutation, isWrittenDown } from './describe-mutation';

describe('a mutation', () => {
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

    it('is written down when staff do it, and when it is about a shopper’s account', () => {
        expect(isWrittenDown('admin', 'addItemToDraftOrder')).toBe(true);
        expect(isWrittenDown('shop', 'resetPassword')).toBe(true);
        expect(isWrittenDown('shop', 'addItemToOrder')).toBe(false);
    });
});
