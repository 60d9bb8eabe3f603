/**
 * Where a browser goes after it has signed in.
 *
 * @param asked - A path of the first origin, or an address of any of them; nothing for the first origin itself.
 * @param origins - Those that it may go to.
 * @returns nothing when the address is of another one.
 */
export function returnAddress(
    asked: string | undefined,
    origins: readonly [string, ...string[]],
): string | undefined {
    const [first] = origins;
    if (asked === undefined) {
        return new URL(first).href;
    }
    if (!URL.canParse(asked, first)) {
        return undefined;
    }
    const address = new URL(asked, first);
    const isOurs = origins.some(origin => new URL(origin).origin === address.origin);
    return isOurs && !address.username && !address.password ? address.href : undefined;
}

/** The same address, which tells why the sign-in failed. */
export function withReason(address: string, reason: string): string {
    return withParameter(address, 'signInFailed', reason);
}

/** The same address, which brings the code of a sign-in. */
export function withCode(address: string, code: string): string {
    return withParameter(address, 'signInCode', code);
}

function withParameter(address: string, name: string, value: string): string {
    const url = new URL(address);
    url.searchParams.set(name, value);
    return url.href;
}
