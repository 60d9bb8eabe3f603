import type { Country } from '@/lib/vendure/countries';
import { contactAddress } from '@/lib/address/contact-address';
import type { AddressField } from './address-schema';

const lines = ['company', 'streetLine1', 'streetLine2', 'city', 'province', 'postalCode'] as const;

type AddressLines = Partial<Record<(typeof lines)[number] | 'fullName' | 'phoneNumber', string | null>>;

interface Person {
    readonly emailAddress: string;
    readonly firstName: string;
    readonly lastName: string;
    readonly phoneNumber?: string | null;
}

type OrderAddress = AddressLines & { readonly countryCode: string | null };

interface Sources {
    readonly order: {
        readonly customer: Person | null;
        readonly efiVatNumber: string | null;
        readonly shippingAddress: OrderAddress | null;
        readonly billingAddress: OrderAddress | null;
    };
    readonly customer?: Person & {
        readonly addresses:
            | readonly (AddressLines & {
                  readonly country: { readonly code: string };
                  readonly defaultShippingAddress: boolean | null;
              })[]
            | null;
    };
    /** ISO 3166-1, of the market. */
    readonly marketCountry: string;
    readonly countries: readonly Country[];
}

/** What the address form starts with: the order's own address, else the account's, else the market's country. */
export function initialAddress(sources: Sources): Partial<Record<AddressField, string>> {
    const { order, customer, marketCountry, countries } = sources;
    const onOrder = contactAddress(order);
    const saved = savedAddress(customer);
    const address: AddressLines = onOrder ?? saved ?? {};
    const wanted = [onOrder?.countryCode, saved?.country.code, marketCountry].find(Boolean);
    return {
        ...contact(order.customer ?? customer, address.fullName),
        ...Object.fromEntries(lines.map(line => [line, address[line] ?? ''])),
        isCompany: address.company ? 'yes' : undefined,
        vatNumber: order.efiVatNumber ?? '',
        phoneNumber: address.phoneNumber ?? customer?.phoneNumber ?? '',
        countryCode: offered(countries, wanted),
    };
}

/** @param fullName - Of the address, which may be somebody else's: a present, a colleague. */
function contact(person: Person | undefined, fullName: string | null | undefined) {
    const { emailAddress, firstName, lastName } = person ?? {};
    const name = fullName?.trim();
    return name && name !== `${firstName} ${lastName}`
        ? { emailAddress, ...inTwo(name) }
        : { emailAddress, firstName, lastName };
}

/** The form asks for two names and puts them together again, so it matters little where they are parted. */
function inTwo(name: string) {
    const words = name.split(/\s+/);
    const lastName = words.length > 1 ? words.pop() : '';
    return { firstName: words.join(' '), lastName };
}

function savedAddress(customer: Sources['customer']) {
    const addresses = customer?.addresses ?? [];
    return addresses.find(entry => entry.defaultShippingAddress) ?? addresses[0];
}

/** The wanted country if the shop delivers there, else the first that it delivers to. */
function offered(countries: readonly Country[], wanted: string | null | undefined): string | undefined {
    return (countries.find(country => country.code === wanted) ?? countries[0])?.code;
}
