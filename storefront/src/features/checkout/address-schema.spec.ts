import { describe, expect, it } from 'vitest';
import { parseAddress } from './address-schema';

const good = {
    emailAddress: ' ada@example.com ',
    firstName: 'Ada',
    lastName: 'Lovelace',
    company: '',
    streetLine1: '12 St James’s Square',
    streetLine2: '',
    city: 'London',
    province: '',
    postalCode: 'SW1Y 4JH',
    countryCode: 'GB',
    phoneNumber: '',
};

function problemsOf(change: Partial<Record<keyof typeof good | 'isCompany' | 'vatNumber', string>>) {
    const parsed = parseAddress({ ...good, ...change });
    return parsed.ok ? {} : parsed.problems;
}

describe('address', () => {
    it('is taken, without the space around it', () => {
        expect(parseAddress(good)).toMatchObject({ ok: true, address: { emailAddress: 'ada@example.com' } });
    });

    it('names the first fault of each field', () => {
        expect(problemsOf({ emailAddress: 'ada', firstName: '  ', countryCode: '' })).toEqual({
            emailAddress: 'email',
            firstName: 'required',
            countryCode: 'country',
        });
    });

    it('refuses a form without any field', () => {
        const parsed = parseAddress({});
        expect(parsed.ok ? [] : Object.keys(parsed.problems)).toEqual(
            expect.arrayContaining(['emailAddress', 'lastName', 'streetLine1', 'city', 'countryCode']),
        );
    });

    it('asks for the state where addresses have one', () => {
        expect(problemsOf({ countryCode: 'US', postalCode: '94107' })).toEqual({ province: 'province' });
        expect(problemsOf({ countryCode: 'US', postalCode: '94107', province: 'CA' })).toEqual({});
    });

    it.each([
        ['DE', '1011'],
        ['FR', '7500A'],
        ['GB', '12345'],
    ])('refuses a postcode that %s does not have', (countryCode, postalCode) => {
        expect(problemsOf({ countryCode, postalCode })).toEqual({ postalCode: 'postalCode' });
    });

    it('takes any postcode of a country it does not know', () => {
        expect(problemsOf({ countryCode: 'JP', postalCode: '100-0001' })).toEqual({});
    });

    it('asks a company for its name, and nobody else', () => {
        expect(problemsOf({ isCompany: 'yes' })).toEqual({ company: 'required' });
        expect(problemsOf({ isCompany: 'yes', company: 'Engines', vatNumber: 'DE136695976' })).toEqual({});
    });

    it('forgets the company when it is taken back that the order is for one', () => {
        const company = { company: 'Engines', vatNumber: 'DE136695976' };
        expect(parseAddress({ ...good, ...company })).toMatchObject({
            address: { company: '', vatNumber: '' },
        });
        expect(parseAddress({ ...good, ...company, isCompany: 'yes' })).toMatchObject({ address: company });
    });

    it('refuses what does not fit the database', () => {
        expect(problemsOf({ city: 'x'.repeat(256) })).toEqual({ city: 'tooLong' });
    });
});
