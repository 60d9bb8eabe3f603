import { describe, expect, it } from 'vitest';
import { faultOf, permissionsOf } from './scopes';

const now = new Date(1_000);
const held = ['Authenticated', 'ReadCatalog', 'ReadOrder', 'SuperAdmin', 'EfiManageMachineKeys'];
const asked = { name: 'ERP', scopes: ['ReadCatalog'] };

describe('a key that is asked for', () => {
    it('is fine with some of what its maker holds', () => {
        expect(faultOf(asked, held, now)).toBeUndefined();
        expect(faultOf({ ...asked, expiresAt: new Date(1_001) }, held, now)).toBeUndefined();
        expect(faultOf({ ...asked, expiresAt: null }, held, now)).toBeUndefined();
    });

    it('is not without a name or scopes', () => {
        expect(faultOf({ ...asked, name: ' ' }, held, now)).toBe('NAME_MISSING');
        expect(faultOf({ ...asked, scopes: [] }, held, now)).toBe('NO_SCOPES');
    });

    it('is not with what its maker does not hold', () => {
        expect(faultOf({ ...asked, scopes: ['ReadCatalog', 'DeleteOrder'] }, held, now)).toBe(
            'SCOPE_NOT_HELD',
        );
    });

    it('is not with what would make it more than its list, even for who holds that', () => {
        for (const scope of ['SuperAdmin', 'Owner', 'Public', 'EfiManageMachineKeys']) {
            expect(faultOf({ ...asked, scopes: [scope] }, held, now)).toBe('SCOPE_NOT_ALLOWED');
        }
    });

    it('is not when it has ended already', () => {
        expect(faultOf({ ...asked, expiresAt: now }, held, now)).toBe('ALREADY_EXPIRED');
    });
});

describe('what a key may do', () => {
    it('shrinks with what its maker holds, and never grows', () => {
        expect(permissionsOf(['ReadCatalog', 'ReadOrder'], ['ReadOrder', 'DeleteOrder'])).toEqual([
            'Authenticated',
            'ReadOrder',
        ]);
        expect(permissionsOf(['ReadCatalog'], [])).toEqual(['Authenticated']);
        expect(permissionsOf(['SuperAdmin'], ['SuperAdmin'])).toEqual(['Authenticated']);
    });
});
