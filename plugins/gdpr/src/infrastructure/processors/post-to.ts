import { publicLookup, publicUrl } from '@efi/plugin-kit';
import http from 'node:http';
import https from 'node:https';

export interface WebhookLimits {
    /** `http:` and the machine itself, as in development. */
    readonly allowLoopback: boolean;
    readonly timeoutMs: number;
}

/**
 * Sends JSON to an address that somebody entered: by https to public addresses only, and without following redirects.
 *
 * @returns the status of the answer, of which nothing else is read.
 * @throws when there was none.
 */
export async function postTo(
    address: string,
    body: string,
    headers: object,
    { allowLoopback, timeoutMs }: WebhookLimits,
): Promise<number> {
    const url = publicUrl(address, allowLoopback ? ['https:', 'http:'] : ['https:'], { allowLoopback });
    const client = url.protocol === 'https:' ? https : http;
    return new Promise((done, fail) => {
        const request = client.request(
            url,
            {
                method: 'POST',
                headers: {
                    ...headers,
                    'content-type': 'application/json',
                    'content-length': Buffer.byteLength(body),
                },
                lookup: publicLookup({ allowLoopback }),
                agent: false,
                signal: AbortSignal.timeout(timeoutMs),
            },
            response => {
                response.destroy();
                done(response.statusCode ?? 0);
            },
        );
        request.on('error', fail);
        request.end(body);
    });
}
