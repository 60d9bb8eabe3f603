interface Located {
    readonly address: { readonly postalCode: string; readonly countryCode: string } | null;
}

/**
 * The places that share most of the beginning of a postal code come first, since codes are given out by regions; in
 * the same country before others, and else as they came. It is no distance: of two in the same region it knows nothing.
 */
export function nearestFirst<Place extends Located>(
    places: readonly Place[],
    home: { readonly postalCode: string | null; readonly countryCode: string | null } | undefined,
): Place[] {
    const closeness = ({ address }: Place) =>
        address && home && address.countryCode === home.countryCode
            ? 1 + sharedBeginning(compact(address.postalCode), compact(home.postalCode ?? ''))
            : 0;
    return [...places].sort((a, b) => closeness(b) - closeness(a));
}

function compact(postalCode: string): string {
    return postalCode.replace(/[^0-9a-z]/gi, '').toUpperCase();
}

function sharedBeginning(a: string, b: string): number {
    const different = [...a].findIndex((sign, index) => sign !== b[index]);
    return different === -1 ? a.length : different;
}
