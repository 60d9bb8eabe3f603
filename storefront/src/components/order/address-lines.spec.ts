import { describe, expect, it } from 'vitest';
import { addressLines } from './address-lines';

const address = {
    fullName: 'Ada Lovelace',
    company: '',
    streetLine1: '1 Main Street',
    streetLine2: null,
    city: 'Town',
    province: '',
    postalCode: '12345',
    country: 'Somewhere',
    countryCode: 'DE',
};

describe('addressLines', () => {
    it('puts the postcode where the country does', () => {
        expect(addressLines(address)).toEqual(['Ada Lovelace', '1 Main Street', '12345 Town', 'Somewhere']);
        expect(addressLines({ ...address, countryCode: 'US', province: 'CA' })[2]).toBe('Town, CA 12345');
        expect(addressLines({ ...address, countryCode: 'GB' }).slice(2, 4)).toEqual(['Town', '12345']);
    });

    it('leaves no comma where a part is missing', () => {
        expect(addressLines({ ...address, countryCode: 'US' })[2]).toBe('Town 12345');
    });
});
