/** Computes HMAC-SHA256. @returns base64. */
export type Hmac = (key: Uint8Array, content: string) => string;

/** The headers that Standard Webhooks (https://www.standardwebhooks.com) signs a message with. */
export interface WebhookHeaders {
    readonly 'webhook-id': string;
    /** Seconds since 1970. */
    readonly 'webhook-timestamp': string;
    /** `v1,` and base64 of HMAC-SHA256 of id, time and body with dots between them; several with spaces between them. */
    readonly 'webhook-signature': string;
}

/** For how many seconds a message may be older or newer than its receiver's clock. */
const TOLERANCE = 300;

export function signedHeaders(
    id: string,
    at: number,
    body: string,
    key: Uint8Array,
    hmac: Hmac,
): WebhookHeaders {
    return {
        'webhook-id': id,
        'webhook-timestamp': String(at),
        'webhook-signature': `v1,${hmac(key, `${id}.${at}.${body}`)}`,
    };
}

/**
 * @param headers - As they came, in lower case.
 * @param now - Seconds since 1970.
 * @param isSame - Compares in constant time.
 */
export function isSigned(
    headers: Readonly<Record<string, unknown>>,
    body: string,
    key: Uint8Array,
    now: number,
    hmac: Hmac,
    isSame: (one: string, other: string) => boolean,
): boolean {
    const [id, at, signatures] = (['webhook-id', 'webhook-timestamp', 'webhook-signature'] as const).map(
        name => {
            const value = headers[name];
            return typeof value === 'string' ? value : '';
        },
    );
    if (!id || !at || !signatures || !/^\d{1,12}$/.test(at) || Math.abs(now - Number(at)) > TOLERANCE) {
        return false;
    }
    const wanted = `v1,${hmac(key, `${id}.${at}.${body}`)}`;
    return signatures.split(' ').some(given => isSame(given, wanted));
}
