interface Addresses<Address extends { readonly countryCode: string | null }> {
    readonly shippingAddress: Address | null;
    readonly billingAddress: Address | null;
}

/**
 * What the shopper typed: one address, to which the order is sent as well. An order that is fetched has it as the
 * address of the bill alone.
 */
export function contactAddress<Address extends { readonly countryCode: string | null }>({
    shippingAddress,
    billingAddress,
}: Addresses<Address>): Address | undefined {
    return [shippingAddress, billingAddress].find(address => address?.countryCode) ?? undefined;
}
