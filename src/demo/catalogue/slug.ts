/**
 * A text as the last part of an address: lower case, ASCII, words joined by hyphens. German umlauts become two
 * letters (`für` is `fuer`), as German readers expect.
 */
export function toSlug(text: string): string {
    return text
        .toLowerCase()
        .replaceAll('ä', 'ae')
        .replaceAll('ö', 'oe')
        .replaceAll('ü', 'ue')
        .replaceAll('ß', 'ss')
        .replaceAll('œ', 'oe')
        .normalize('NFD')
        .replaceAll(/[\u0300-\u036f]/g, '')
        .replaceAll(/[^a-z0-9]+/g, '-')
        .replaceAll(/^-|-$/g, '');
}
