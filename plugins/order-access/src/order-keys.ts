import { createHmac, timingSafeEqual } from 'node:crypto';

export interface OrderKey {
    /** Fit for addresses and headers: letters, digits, `-`, `_` and one dot. */
    readonly key: string;
    readonly expiresAt: Date;
}

const SECOND = 1_000;

/** Half of what SHA-256 gives, which RFC 2104, section 5, has as the least. */
const MAC_BYTES = 16;

/**
 * Signed keys, each of which opens one order until a moment that it names itself. Nothing is kept of them: the secret and
 * the order's code are all it takes to know a key again.
 */
export class OrderKeys {
    private readonly secret: Buffer;

    /** @param secret - Of the whole application: what is signed with it for other ends is no key. */
    constructor(
        secret: string,
        private readonly now: () => number = Date.now,
    ) {
        this.secret = createHmac('sha256', secret).update('order key').digest();
    }

    /** @param seconds - How long it opens the order. */
    issue(orderCode: string, seconds: number): OrderKey {
        const expires = Math.floor(this.now() / SECOND) + seconds;
        const mac = this.mac(orderCode, expires).toString('base64url');
        return { key: `${expires.toString(36)}.${mac}`, expiresAt: new Date(expires * SECOND) };
    }

    /** Whether it was issued for this order, and is still good. */
    opens(key: string, orderCode: string): boolean {
        const [, written = '', signed = ''] = /^([0-9a-z]{1,9})\.([\w-]{22})$/.exec(key) ?? [];
        const expires = parseInt(written, 36);
        if (!(expires * SECOND > this.now())) {
            return false;
        }
        return timingSafeEqual(Buffer.from(signed, 'base64url'), this.mac(orderCode, expires));
    }

    private mac(orderCode: string, expires: number): Buffer {
        return createHmac('sha256', this.secret)
            .update(`${expires}\n${orderCode}`)
            .digest()
            .subarray(0, MAC_BYTES);
    }
}
