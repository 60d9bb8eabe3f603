const SCHEMES = new Set(['https:', 'http:', 'mailto:', 'tel:']);

/** White space, and what no address is written with: some browsers leave it out before they look for the scheme. */
const NOT_IN_ADDRESSES = /[\s\\\p{Cc}\p{Cf}]/u;

/** Whether a link may lead there: a path of the shop, or an address by a scheme that runs nothing. */
export function isSafeAddress(address: string): boolean {
    if (NOT_IN_ADDRESSES.test(address)) {
        return false;
    }
    if (address.startsWith('/')) {
        return !address.startsWith('//');
    }
    return URL.canParse(address) && SCHEMES.has(new URL(address).protocol);
}
