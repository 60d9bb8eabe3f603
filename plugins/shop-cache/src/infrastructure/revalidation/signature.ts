import { createHmac } from 'node:crypto';

/** Name of the header that carries the signature. */
export const SIGNATURE_HEADER = 'efi-signature';

/**
 * The receiver reckons the same over `<seconds>.<body>`, compares in constant time and refuses what is old.
 *
 * @param seconds - When it is signed, since 1970.
 * @returns `t=…,v1=…`
 */
export function signatureOf(secret: string, seconds: number, body: string): string {
    const digest = createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex');
    return `t=${seconds},v1=${digest}`;
}
