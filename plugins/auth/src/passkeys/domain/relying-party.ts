/** To whom passkeys are bound, in the words of WebAuthn. */
export interface RelyingParty {
    /** A domain. */
    readonly rpId: string;
    /** As browsers send them: without a slash at the end. */
    readonly origins: readonly string[];
}

const DOMAIN = /^(?=.{1,253}$)(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z](?:[a-z\d-]{0,61}[a-z\d])?$/;
const LOCAL = 'localhost';

/**
 * Checks what browsers would refuse later on, without a word to the shop.
 *
 * @param rpId - Without one it is the first origin's host.
 * @returns the fault, when there is one.
 */
export function relyingParty(
    origins: readonly [string, ...string[]],
    rpId?: string,
): RelyingParty | { readonly fault: string } {
    const addresses: URL[] = [];
    for (const origin of origins) {
        const address = URL.canParse(origin) ? new URL(origin) : undefined;
        if (!address || !isSafe(address)) {
            return { fault: `the origin "${origin}" has to be an https: address with a domain name` };
        }
        addresses.push(address);
    }
    const domain = rpId ?? new URL(origins[0]).hostname;
    if (domain !== LOCAL && !DOMAIN.test(domain)) {
        return { fault: `the RP ID "${domain}" has to be a domain in small letters` };
    }
    const stranger = addresses.find(
        ({ hostname }) => hostname !== domain && !hostname.endsWith(`.${domain}`),
    );
    return stranger
        ? { fault: `the origin "${stranger.origin}" is not of the domain "${domain}"` }
        : { rpId: domain, origins: addresses.map(({ origin }) => origin) };
}

/** Browsers do WebAuthn over HTTPS and on the own machine, and never for an IP address. */
function isSafe({ protocol, hostname }: URL): boolean {
    return hostname === LOCAL
        ? protocol === 'https:' || protocol === 'http:'
        : protocol === 'https:' && DOMAIN.test(hostname);
}
