import { describe, expect, it } from 'vitest';
import { difference } from './difference';
import { MASKED, maskPersonal, personalKeys, plainKeys, SECRET_GONE } from './masking';
import { outcomeOf } from './outcome';

describe('a difference', () => {
    it('is what changed, objects looked into, and nothing else', () => {
        const before = { id: 1, price: 100, tags: ['a'], custom: { a: 1, b: 2 }, updatedAt: 'then' };
        const after = {
            id: 1,
            price: 120,
            tags: ['a', 'b'],
            custom: { a: 1, b: 3 },
            updatedAt: 'now',
            name: 'x',
        };
        expect(difference(before, after)).toEqual({
            before: { price: 100, tags: ['a'], custom: { b: 2 }, name: null },
            after: { price: 120, tags: ['a', 'b'], custom: { b: 3 }, name: 'x' },
        });
    });

    it('is everything where there was nothing, or is nothing any more', () => {
        expect(difference(null, { id: 1 })).toEqual({ before: null, after: { id: 1 } });
        expect(difference({ id: 1 }, null)).toEqual({ before: { id: 1 }, after: null });
    });
});

describe('masking', () => {
    const mask = (value: unknown) => maskPersonal(value, plainKeys(personalKeys), () => MASKED);

    it('hides what is personal at any depth, in any spelling, and tells that there was something', () => {
        expect(
            mask({ id: 1, email_address: 'a@b.c', list: [{ LastName: 'Doe', city: '' }], phoneNumber: null }),
        ).toEqual({
            id: 1,
            email_address: MASKED,
            list: [{ LastName: MASKED, city: '' }],
            phoneNumber: null,
        });
    });

    it('hides custom fields by the name of the API and by that of the column, whichever is known', () => {
        const hidden = (key: string, known: string) =>
            maskPersonal({ [key]: 'DE136695976' }, plainKeys([known]), () => MASKED);
        for (const known of ['customFieldsEfivatnumber', 'efiVatNumber']) {
            for (const key of ['customFieldsEfivatnumber', 'efiVatNumber', 'customFields_efi_vat_number']) {
                expect(hidden(key, known)).toEqual({ [key]: MASKED });
            }
        }
        expect(hidden('customFieldsState', 'efiVatNumber')).toEqual({ customFieldsState: 'DE136695976' });
    });

    it('hides whole objects under a personal key', () => {
        expect(mask({ shippingAddress: { street: 'Lane 1' } })).toEqual({ shippingAddress: MASKED });
    });

    it('keeps no secret, whatever is made of personal values', () => {
        const keep = (value: unknown) => maskPersonal(value, new Set(), (_, inner) => inner);
        expect(
            keep({ password: 'p', input: { newPassword: 'q', apiKey: 'r', token: 's' }, hasPassword: true }),
        ).toEqual({
            password: SECRET_GONE,
            input: { newPassword: SECRET_GONE, apiKey: SECRET_GONE, token: SECRET_GONE },
            hasPassword: true,
        });
    });
});

describe('the outcome of a mutation', () => {
    it.each([
        [{ id: 1 }, { status: 'success' }],
        [true, { status: 'success' }],
        [{ errorCode: 'NO_STOCK' }, { status: 'refused', reason: 'NO_STOCK' }],
        [
            { result: 'NOT_DELETED', message: 'in use' },
            { status: 'refused', reason: 'NOT_DELETED' },
        ],
        [{ result: 'DELETED' }, { status: 'success' }],
        [{ success: false }, { status: 'refused', reason: 'NO_SUCCESS' }],
        [[{ errorCode: 'A' }, { id: 2 }], { status: 'success' }],
        [[{ errorCode: 'A' }, { errorCode: 'B' }], { status: 'refused', reason: 'A' }],
        [[], { status: 'success' }],
    ])('%j', (answer, outcome) => {
        expect(outcomeOf(answer)).toEqual(outcome);
    });
});
