const parts = [
    ...(['fullName', 'company', 'streetLine1', 'streetLine2', 'city', 'province'] as const),
    ...(['postalCode', 'phoneNumber'] as const),
];

/** What an address consists of, besides its country. */
export type AddressParts = { readonly [Part in (typeof parts)[number]]: string | null };

export type OrderAddress = AddressParts & { readonly countryCode: string | null };

/** Whether two addresses say the same, be a part that they leave out empty or `null`. */
export function isSameAddress(a: OrderAddress, b: OrderAddress): boolean {
    return a.countryCode === b.countryCode && parts.every(part => (a[part] ?? '') === (b[part] ?? ''));
}

/** Where the bill goes, when the order is delivered to another address. */
export function otherBillingAddress<Address extends OrderAddress>({
    shippingAddress,
    billingAddress,
}: {
    readonly shippingAddress: Address | null;
    readonly billingAddress: Address | null;
}): Address | undefined {
    return shippingAddress?.countryCode &&
        billingAddress?.countryCode &&
        !isSameAddress(shippingAddress, billingAddress)
        ? billingAddress
        : undefined;
}
