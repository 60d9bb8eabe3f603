/**
 * A country by its name in the reader's language: an order keeps the name that it had in its buyer's.
 *
 * @param tag - As BCP 47 has it.
 */
export function countryName(
    { country, countryCode }: { readonly country: string | null; readonly countryCode: string | null },
    tag: string,
): string | null {
    if (!/^[A-Z]{2}$/.test(countryCode ?? '')) {
        return country;
    }
    return new Intl.DisplayNames(tag, { type: 'region', fallback: 'none' }).of(countryCode ?? '') ?? country;
}
