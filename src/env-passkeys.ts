/** Settings that say where passkeys are used. */
export interface PasskeyAddresses {
    readonly SERVER_URL: string;
    readonly STOREFRONT_URL: string;
    readonly PASSKEY_RP_ID?: string | undefined;
}

const names = ['STOREFRONT_URL', 'SERVER_URL'] as const;

/** Whether browsers do WebAuthn there: over HTTPS or on the own machine, and never for an IP address. */
export function canHavePasskeys(address: string): boolean {
    const { protocol, hostname } = new URL(address);
    const isName = /[a-z]$/.test(hostname);
    return hostname === 'localhost' || (protocol === 'https:' && isName);
}

/** What is wrong with the settings: a line each, none when all is well. */
export function passkeyProblems(env: PasskeyAddresses, isProduction: boolean): string[] {
    const insecure = names
        .filter(name => isProduction && !canHavePasskeys(env[name]) && env[name].startsWith('http:'))
        .map(name => `${name}: must start with https:// when EFI_MODE=production (got "${env[name]}").`);
    const { PASSKEY_RP_ID: rpId } = env;
    const strangers = names
        .filter(name => rpId !== undefined && !isWithin(new URL(env[name]).hostname, rpId))
        .map(name => `PASSKEY_RP_ID: must be the host of ${name} or a domain above it (got "${rpId}").`);
    return [...insecure, ...strangers];
}

function isWithin(host: string, domain: string): boolean {
    return host === domain || (domain.includes('.') && host.endsWith(`.${domain}`));
}
