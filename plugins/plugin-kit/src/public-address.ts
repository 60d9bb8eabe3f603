import { lookup as resolve } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';

/** Where a server may be sent by what somebody entered. */
export interface AddressLimits {
    /** Also to the machine itself, as in development. */
    readonly allowLoopback: boolean;
}

/** An address that a server is not to be sent to: it would reach what only the server can reach. */
export class AddressNotAllowedError extends Error {
    constructor() {
        super('The address is not allowed');
    }
}

/**
 * Reads an address of the web, as far as it can be judged without resolving its name.
 *
 * @param protocols - Such as `https:`.
 * @throws AddressNotAllowedError
 */
export function publicUrl(address: string, protocols: readonly string[], limits: AddressLimits): URL {
    const url = URL.canParse(address) ? new URL(address) : undefined;
    const host = url?.hostname.replace(/^\[|\]$/g, '') ?? '';
    if (
        !url ||
        !protocols.includes(url.protocol) ||
        url.username !== '' ||
        url.password !== '' ||
        (isIP(host) && !isAllowed(host, limits))
    ) {
        throw new AddressNotAllowedError();
    }
    return url;
}

/**
 * For the option `lookup` of a request: each address that a name resolves to is looked at, and the connection goes to
 * one that was, so that a name can't resolve to another one in between.
 */
export function publicLookup(limits: AddressLimits): LookupFunction {
    return (hostname, options, callback) => {
        resolve(hostname, { ...options, all: true }, (error, addresses) => {
            const found = error ? [] : addresses;
            if (error || found.length === 0) {
                return callback(error ?? new Error('The name has no address'), '', 0);
            }
            if (found.some(({ address }) => !isAllowed(address, limits))) {
                return callback(new AddressNotAllowedError(), '', 0);
            }
            return options.all
                ? callback(null, found)
                : callback(null, found[0]?.address ?? '', found[0]?.family);
        });
    };
}

function isAllowed(address: string, { allowLoopback }: AddressLimits): boolean {
    // An IPv4 address within an IPv6 one counts as what it is.
    const range = ipaddr.process(address).range();
    return range === 'unicast' || (allowLoopback && range === 'loopback');
}
