import { lookup as resolve } from 'node:dns';
import http from 'node:http';
import https from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';

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
        return { ok: false, problem: error instanceof Refused ? error.problem : 'unreachable' };
    }
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

function checkedUrl(address: string, limits: Pick<FetchLimits, 'allowLoopback'>): URL {
    const url = URL.canParse(address) ? new URL(address) : undefined;
    const host = url?.hostname.replace(/^\[|\]$/g, '') ?? '';
    const isWeb = url?.protocol === 'https:' || url?.protocol === 'http:';
    if (
        !url ||
        !isWeb ||
        url.username !== '' ||
        url.password !== '' ||
        (isIP(host) && !isAllowed(host, limits))
    ) {
        throw new Refused('address-not-allowed');
    }
    return url;
}

function isAllowed(address: string, { allowLoopback }: Pick<FetchLimits, 'allowLoopback'>): boolean {
    // An IPv4 address within an IPv6 one counts as what it is.
    const range = ipaddr.process(address).range();
    return range === 'unicast' || (allowLoopback && range === 'loopback');
}

function get(url: URL, limits: FetchLimits): Promise<string> {
    const { maxBytes, timeoutMs } = limits;
    const client = url.protocol === 'https:' ? https : http;
    return new Promise((done, fail) => {
        const request = client.get(
            url,
            {
                lookup: guardedLookup(limits),
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

function guardedLookup(limits: FetchLimits): LookupFunction {
    return (hostname, options, callback) => {
        resolve(hostname, { ...options, all: true }, (error, addresses) => {
            const found = error ? [] : addresses;
            if (error || found.length === 0) {
                return callback(error ?? new Refused('unreachable'), '', 0);
            }
            if (found.some(({ address }) => !isAllowed(address, limits))) {
                return callback(new Refused('address-not-allowed'), '', 0);
            }
            return options.all
                ? callback(null, found)
                : callback(null, found[0]?.address ?? '', found[0]?.family);
        });
    };
}
