interface Address {
    readonly fullName: string | null;
    readonly company: string | null;
    readonly streetLine1: string | null;
    readonly streetLine2: string | null;
    readonly city: string | null;
    readonly province: string | null;
    readonly postalCode: string | null;
    readonly country: string | null;
    readonly countryCode: string | null;
}

/** An address as the post of its country wants it on a parcel. */
export function addressLines(address: Address): string[] {
    const { fullName, company, streetLine1, streetLine2, country } = address;
    const lines = [fullName, company, streetLine1, streetLine2, ...placeLines(address), country];
    return lines.filter((line): line is string => Boolean(line));
}

function placeLines({ city, province, postalCode, countryCode }: Address): (string | null)[] {
    const join = (...parts: (string | null)[]) => parts.filter(Boolean).join(' ');
    switch (countryCode) {
        case 'US':
        case 'CA':
        case 'AU':
            return [join(city && province ? `${city},` : city, province, postalCode)];
        case 'GB':
            return [city, province, postalCode];
        case null:
        default:
            return [join(postalCode, city), province];
    }
}
