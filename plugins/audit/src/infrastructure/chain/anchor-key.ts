import { createHash, createPrivateKey, createPublicKey, hkdfSync, type KeyObject } from 'node:crypto';

/** PKCS #8 and SPKI of an Ed25519 key up to its 32 bytes (RFC 8410). */
const PRIVATE_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');
const PUBLIC_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');

/** Ed25519, from a secret of at least 32 characters by HKDF (RFC 5869). */
export function signingKey(secret: string): KeyObject {
    const seed = Buffer.from(hkdfSync('sha256', secret, 'efi-audit', 'anchors', 32));
    return createPrivateKey({
        key: Buffer.concat([PRIVATE_PREFIX, seed]),
        format: 'der',
        type: 'pkcs8',
    });
}

/** Base64 of the 32 bytes of the public key. */
export function publicKeyOf(key: KeyObject): string {
    const spki = createPublicKey(key).export({ format: 'der', type: 'spki' });
    return spki.subarray(PUBLIC_PREFIX.length).toString('base64');
}

/** @param key - Base64 of 32 bytes. */
function publicKeyFrom(key: string): KeyObject {
    return createPublicKey({
        key: Buffer.concat([PUBLIC_PREFIX, Buffer.from(key, 'base64')]),
        format: 'der',
        type: 'spki',
    });
}

/** A short name of a public key, which anchors say. */
export function keyId(key: string): string {
    return createHash('sha256').update(Buffer.from(key, 'base64')).digest('hex').slice(0, 16);
}

/** The keys whose anchors are believed, by their names. */
export function trustedKeys(secret: string | undefined, earlier: readonly string[]): Map<string, KeyObject> {
    const present = secret === undefined ? [] : [publicKeyOf(signingKey(secret))];
    return new Map([...present, ...earlier].map(key => [keyId(key), publicKeyFrom(key)]));
}
