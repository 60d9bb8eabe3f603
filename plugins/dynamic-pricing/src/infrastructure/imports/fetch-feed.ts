import { AddressNotAllowedError, publicLookup, publicUrl } from '@efi/plugin-kit';
import http from 'node:http';
import https from 'node:https';

export interface FetchLimits {
    readonly maxBytes: number;
    readonly timeoutMs: number;
    readonly allowLoopback: boolean;
}

export type FetchedFeed =
    { readonly ok: true; readonly text: string } | { readonly ok: false; readonly problem: FeedProblem };

type FeedProblem =
    'address-not-allowed' | 'not-found' | 'too-large' | 'too-slow' | 'unreachable' | `status-${number}`;

class Refused extends Error {
    constructor(readonly problem: FeedProblem) {
        super(problem);
    }
}

/**
 * Fetches a feed. Only from public addresses: each one that the name resolves to is looked at, and the connection
 * goes to the one that was, so that a name can't resolve to another one in between. Redirects are not followed.
 */
export async function fetchFeed(address: string, limits: FetchLimits): Promise<FetchedFeed> {
    try {
        return { ok: true, text: await get(checkedUrl(address, limits), limits) };
    } catch (error) {
        return { ok: false, problem: problemOf(error) };
    }
}

function problemOf(error: unknown): FeedProblem {
    if (error instanceof AddressNotAllowedError) {
        return 'address-not-allowed';
    }
    return error instanceof Refused ? error.problem : 'unreachable';
}

/** Whether somebody may set a feed up with this address, as far as it can be told without resolving it. */
export function isFeedAddress(address: string, limits: Pick<FetchLimits, 'allowLoopback'>): boolean {
    try {
        checkedUrl(address, limits);
        return true;
    } catch {
        return false;
    }
}

function checkedUrl(address: string, { allowLoopback }: Pick<FetchLimits, 'allowLoopback'>): URL {
    return publicUrl(address, ['https:', 'http:'], { allowLoopback });
}

function get(url: URL, limits: FetchLimits): Promise<string> {
    const { maxBytes, timeoutMs } = limits;
    const client = url.protocol === 'https:' ? https : http;
    return new Promise((done, fail) => {
        const request = client.get(
            url,
            {
                lookup: publicLookup(limits),
                headers: { accept: 'text/csv', 'accept-encoding': 'identity' },
                agent: false,
                signal: AbortSignal.timeout(timeoutMs),
            },
            response => {
                if (response.statusCode !== 200) {
                    response.destroy();
                    return fail(
                        new Refused(
                            response.statusCode === 404 ? 'not-found' : `status-${response.statusCode ?? 0}`,
                        ),
                    );
                }
                const parts: Buffer[] = [];
                let size = 0;
                response.on('data', (part: Buffer) => {
                    size += part.length;
                    if (size > maxBytes) {
                        response.destroy(new Refused('too-large'));
                        return;
                    }
                    parts.push(part);
                });
                // One that was cut off ends without being complete.
                response.on('end', () =>
                    response.complete
                        ? done(Buffer.concat(parts).toString('utf8'))
                        : fail(new Refused('unreachable')),
                );
                response.on('error', error => fail(reasonOf(error)));
            },
        );
        request.on('error', error => fail(reasonOf(error)));
    });
}

function reasonOf(error: Error): Error {
    return error.name === 'AbortError' || error.name === 'TimeoutError' ? new Refused('too-slow') : error;
}
