import { describe, expect, it } from 'vitest';
import { initialAddress } from './initial-address';

const countries = [
    { code: 'DE', name: 'Germany' },
    { code: 'FR', name: 'France' },
];
const untouched = { customer: null, efiVatNumber: null, shippingAddress: null, billingAddress: null };
const ada = { emailAddress: 'ada@example.com', firstName: 'Ada', lastName: 'Lovelace' };

function saved(city: string, code: string, isDefault: boolean) {
    return { city, country: { code }, defaultShippingAddress: isDefault };
}

describe('initialAddress', () => {
    it('knows a new guest by the market only', () => {
        const start = initialAddress({ order: untouched, marketCountry: 'FR', countries });
        expect(start).toMatchObject({ countryCode: 'FR', city: '' });
        expect(start.emailAddress).toBeUndefined();
    });

    it('takes the default address of the account', () => {
        const customer = { ...ada, addresses: [saved('Lyon', 'FR', false), saved('Berlin', 'DE', true)] };
        expect(initialAddress({ order: untouched, customer, marketCountry: 'FR', countries })).toMatchObject({
            firstName: 'Ada',
            city: 'Berlin',
            countryCode: 'DE',
        });
    });

    it('takes the name of the address, which may be another than the account’s', () => {
        const start = (fullName: string) => {
            const addresses = [{ ...saved('Berlin', 'DE', true), fullName }];
            return initialAddress({
                order: untouched,
                customer: { ...ada, addresses },
                marketCountry: 'DE',
                countries,
            });
        };
        expect(start('Mary Ann Somerville')).toMatchObject({
            emailAddress: 'ada@example.com',
            firstName: 'Mary Ann',
            lastName: 'Somerville',
        });
        expect(start('Voltaire')).toMatchObject({ firstName: 'Voltaire', lastName: '' });
        expect(start(' ')).toMatchObject({ firstName: 'Ada', lastName: 'Lovelace' });
    });

    it('parts a name as the shopper did', () => {
        const person = { ...ada, firstName: 'Ludwig', lastName: 'van Beethoven' };
        const shippingAddress = { fullName: 'Ludwig van Beethoven', countryCode: 'DE' };
        const order = { ...untouched, customer: person, shippingAddress };
        expect(initialAddress({ order, marketCountry: 'DE', countries })).toMatchObject({
            firstName: 'Ludwig',
            lastName: 'van Beethoven',
        });
    });

    it('keeps the name that was typed for this order by who is signed in', () => {
        const shippingAddress = { fullName: 'Mary Somerville', city: 'Paris', countryCode: 'FR' };
        const order = { ...untouched, customer: ada, shippingAddress };
        expect(
            initialAddress({ order, customer: { ...ada, addresses: null }, marketCountry: 'DE', countries }),
        ).toMatchObject({
            firstName: 'Mary',
            lastName: 'Somerville',
        });
    });

    it('keeps what is on the order already', () => {
        const order = { ...untouched, customer: ada, shippingAddress: { city: 'Paris', countryCode: 'FR' } };
        const customer = { ...ada, addresses: [saved('Berlin', 'DE', true)] };
        expect(initialAddress({ order, customer, marketCountry: 'DE', countries })).toMatchObject({
            city: 'Paris',
            countryCode: 'FR',
        });
    });

    it('knows whether the order is for a company, and its VAT number', () => {
        const order = {
            customer: ada,
            efiVatNumber: 'FR40303265045',
            shippingAddress: { company: 'Analytical Engines', countryCode: 'FR' },
            billingAddress: null,
        };
        expect(initialAddress({ order, marketCountry: 'DE', countries })).toMatchObject({
            isCompany: 'yes',
            company: 'Analytical Engines',
            vatNumber: 'FR40303265045',
        });
        expect(
            initialAddress({ order: untouched, marketCountry: 'DE', countries }).isCompany,
        ).toBeUndefined();
    });

    it('chooses a country that is delivered to', () => {
        expect(initialAddress({ order: untouched, marketCountry: 'US', countries }).countryCode).toBe('DE');
        expect(
            initialAddress({ order: untouched, marketCountry: 'US', countries: [] }).countryCode,
        ).toBeUndefined();
    });
});
