/** Without letters and digits that look like others (Crockford's base 32). */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Random bytes that one code is made of. */
export const RECOVERY_BYTES = 10;

/**
 * A code to be written down, such as `7KQ2M-XH9TD`, with 50 bits of what is given.
 *
 * @param random - {@link RECOVERY_BYTES} random bytes.
 */
export function recoveryCode(random: Uint8Array): string {
    const letters = [...random].map(byte => ALPHABET[byte % ALPHABET.length]).join('');
    return `${letters.slice(0, 5)}-${letters.slice(5)}`;
}

/** The same for each way of typing one code: case, hyphens, and letters taken for digits do not matter. */
export function plainRecoveryCode(typed: string): string {
    return typed
        .toUpperCase()
        .replace(/[^\dA-Z]/g, '')
        .replace(/O/g, '0')
        .replace(/[IL]/g, '1');
}
