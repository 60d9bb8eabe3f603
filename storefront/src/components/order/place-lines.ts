import { addressLines } from './address-lines';

interface PlaceAddress {
    readonly streetLine: string;
    readonly postalCode: string;
    readonly city: string;
    readonly countryCode: string;
}

const nothing = { fullName: null, company: null, streetLine2: null, province: null, country: null };

/** The address of a place of the shop, without its country: it is where the shopper is. */
export function placeLines(address: PlaceAddress | null): string[] {
    return address ? addressLines({ ...nothing, ...address, streetLine1: address.streetLine }) : [];
}
