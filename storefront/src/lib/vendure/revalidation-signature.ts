import { createHmac, timingSafeEqual } from 'node:crypto';

/** Name of the header that carries the signature. */
export const SIGNATURE_HEADER = 'efi-signature';

/** How far the clocks of the two machines may lie apart, and how long a call may be under way, in seconds. */
const WINDOW = 60;

/**
 * Whether who sent the body knows the secret and signed it just now. A call that is sent once more within the window
 * does nothing but the same again.
 *
 * @param header - `t=<seconds since 1970>,v1=<HMAC-SHA-256 of "<seconds>.<body>" in hex>`
 */
export function isSigned(secret: string, header: string | null, body: string, now: Date): boolean {
    const match = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/.exec(header ?? '');
    if (!match) {
        return false;
    }
    const [, seconds = '', given = ''] = match;
    const expected = createHmac('sha256', secret).update(`${seconds}.${body}`).digest();
    const isGenuine = timingSafeEqual(expected, Buffer.from(given, 'hex'));
    return isGenuine && Math.abs(now.getTime() / 1000 - Number(seconds)) <= WINDOW;
}
