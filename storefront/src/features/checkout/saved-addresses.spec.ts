import { describe, expect, it } from 'vitest';
import { addressBook, type SavedAddress } from './saved-addresses';

function saved(id: string, city: string, code: string, more: Partial<SavedAddress> = {}): SavedAddress {
    return {
        ...{ id, fullName: 'Ada Lovelace', company: null, streetLine1: `${id} Street`, streetLine2: '' },
        ...{ city, province: null, postalCode: '12345', phoneNumber: '' },
        ...{ country: { code, name: code }, defaultShippingAddress: false, defaultBillingAddress: false },
        ...more,
    };
}

const countries = [{ code: 'DE' }, { code: 'FR' }];
const untouched = { shippingAddress: null, billingAddress: null };
const lyon = saved('1', 'Lyon', 'FR');
const berlin = saved('2', 'Berlin', 'DE', { defaultShippingAddress: true });
const office = saved('3', 'Paris', 'FR', { company: 'Analytical Engines' });
const boston = saved('4', 'Boston', 'US');

/** As an order has it, without what an address book says about it. */
function onOrder({ country, ...address }: SavedAddress) {
    return { ...address, streetLine2: null, countryCode: country.code };
}

describe('addressBook', () => {
    it('is for who has several addresses', () => {
        expect(addressBook(null, untouched, countries)).toBeUndefined();
        expect(addressBook([lyon], untouched, countries)).toBeUndefined();
    });

    it('begins with the default address, which is chosen, and the bill goes there as well', () => {
        const book = addressBook([lyon, berlin, office], untouched, countries);
        expect(book?.choices.map(({ id }) => id)).toEqual(['2', '1', '3']);
        expect(book).toMatchObject({ delivery: '2', billing: 'same' });
        expect(book?.choices[0]).toEqual({
            id: '2',
            name: 'Ada Lovelace',
            text: '2 Street, 12345 Berlin, DE',
            isDelivered: true,
            isCompany: false,
        });
        expect(book?.choices[2]?.isCompany).toBe(true);
    });

    it('has the default address of bills, when it is another', () => {
        const billed = { ...office, defaultBillingAddress: true };
        expect(addressBook([lyon, berlin, billed], untouched, countries)?.billing).toBe('3');
        const both = { ...berlin, defaultBillingAddress: true };
        expect(addressBook([lyon, both], untouched, countries)?.billing).toBe('same');
    });

    it('chooses nothing to which the market does not deliver', () => {
        const far = { ...boston, defaultShippingAddress: true };
        const book = addressBook([far, lyon], untouched, countries);
        expect(book?.choices[0]).toMatchObject({ id: '4', isDelivered: false });
        expect(book?.delivery).toBe('1');
        expect(addressBook([far, boston], untouched, countries)?.delivery).toBe('another');
    });

    it('finds on the order what was chosen', () => {
        const order = { shippingAddress: onOrder(lyon), billingAddress: onOrder(boston) };
        expect(addressBook([berlin, lyon, boston], order, countries)).toMatchObject({
            delivery: '1',
            billing: '4',
        });
        const same = { shippingAddress: onOrder(lyon), billingAddress: onOrder(lyon) };
        const billed = { ...office, defaultBillingAddress: true };
        expect(addressBook([berlin, lyon, billed], same, countries)).toMatchObject({
            delivery: '1',
            billing: 'same',
        });
    });

    it('knows what was typed for this order by its not being in the book', () => {
        const typed = { ...onOrder(lyon), city: 'Nantes' };
        const order = { shippingAddress: typed, billingAddress: typed };
        expect(addressBook([berlin, lyon], order, countries)).toMatchObject({
            delivery: 'another',
            billing: 'same',
        });
    });

    it('finds the address of the bill of an order that is fetched', () => {
        const order = { shippingAddress: null, billingAddress: onOrder(lyon) };
        expect(addressBook([berlin, lyon], order, countries)).toMatchObject({
            delivery: '1',
            billing: 'same',
        });
    });
});
