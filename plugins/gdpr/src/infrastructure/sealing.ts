import { CompactEncrypt, compactDecrypt } from 'jose';
import { createHmac, hkdfSync } from 'node:crypto';

/**
 * A key for one use.
 *
 * @param secret - With the entropy that the key is to have.
 * @returns 32 bytes.
 */
export function keyFor(secret: string, use: string): Uint8Array {
    return new Uint8Array(hkdfSync('sha256', secret, '', `efi-gdpr ${use}`, 32));
}

/** The installation's secret, and those before it that are still good for reading. */
export interface Secrets {
    readonly secret: string;
    readonly earlierSecrets: readonly string[];
}

/** The keys for one use, of the secret that holds first. */
export function keysFor(secrets: Secrets, use: string): Uint8Array[] {
    return allSecrets(secrets).map(secret => keyFor(secret, use));
}

/** The one that holds first. */
export function allSecrets({ secret, earlierSecrets }: Secrets): string[] {
    return [secret, ...earlierSecrets];
}

/** Encrypts with AES-256-GCM. @returns a JWE. */
export function seal(plain: Uint8Array, key: Uint8Array): Promise<string> {
    return new CompactEncrypt(plain).setProtectedHeader({ alg: 'dir', enc: 'A256GCM' }).encrypt(key);
}

/** @throws when the key is another one than any of these, or what was sealed was changed. */
export async function unseal(sealed: string, ...keys: readonly Uint8Array[]): Promise<Uint8Array> {
    const [key, ...others] = keys;
    try {
        const { plaintext } = await compactDecrypt(sealed, key ?? new Uint8Array());
        return plaintext;
    } catch (error) {
        if (!others.length) {
            throw error;
        }
        return unseal(sealed, ...others);
    }
}

/** A hash that tells customers apart and leads to nobody without the secret. */
export function subjectHash(
    secret: string,
    customer: { readonly id: number; readonly createdAt: Date },
): string {
    return createHmac('sha256', keyFor(secret, 'subject'))
        .update(`${customer.id} ${customer.createdAt.toISOString()}`)
        .digest('base64url');
}

/** Hashes what names a person in texts, whatever its case: who knows the secret can look for it, and nobody else. */
export function stringHasher(secret: string): (text: string) => string {
    const key = keyFor(secret, 'strings');
    return text =>
        createHmac('sha256', key).update(text.trim().toLowerCase()).digest('base64url').slice(0, 22);
}

/** Tells secrets apart, and leads to none. */
export function secretCheck(secret: string): string {
    return createHmac('sha256', keyFor(secret, 'check'))
        .update('log of erasures')
        .digest('base64url')
        .slice(0, 22);
}
