import { describe, expect, it } from 'vitest';
import { keepsOrigin } from './origin';

describe('where somebody acted from who is not signed in', () => {
    it.each([
        { resource: { type: 'Order', id: 7 } },
        { resource: { type: 'Payment', id: '7' }, status: 'success' },
        { resource: { type: 'ProductVariant', id: '3' }, detail: { movements: [{ id: 1 }] } },
        { resource: { type: 'EfiPrivacyRequest', id: 'uuid' }, detail: { customerId: 5 } },
        { status: 'denied' },
        { class: 'authentication', status: 'refused' },
    ])('is kept of %j', act => {
        expect(keepsOrigin(act)).toBe(true);
    });

    it.each([
        {},
        { resource: { type: 'User' } },
        { resource: { type: 'User', id: null }, class: 'authentication' },
        { resource: { type: 'EfiPrivacyRequest', id: 'uuid' }, class: 'security', status: 'refused' },
        { resource: { type: 'ProductVariant', id: '3' }, detail: { movements: [] } },
    ])('is not kept of %j, where nobody would find it again', act => {
        expect(keepsOrigin(act)).toBe(false);
    });
});
