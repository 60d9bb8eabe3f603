const LONGEST = 60;

/**
 * What the owner calls a passkey: one line without what can't be seen.
 *
 * @returns nothing when no name is left.
 */
export function passkeyName(given: string): string | undefined {
    const name = given
        .normalize('NFC')
        .replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
        .trim();
    return [...name].slice(0, LONGEST).join('').trim() || undefined;
}
