/**
 * The shopper's address, as the outermost trusted proxy saw it. Each proxy adds to the end of `X-Forwarded-For` whom
 * it was called by; what stands before that can be invented by whoever calls.
 *
 * @param trustedProxies - How many stand in front of the storefront. With none the header can't be believed.
 */
export function clientAddress(forwardedFor: string | null, trustedProxies: number): string | undefined {
    if (trustedProxies === 0) {
        return undefined;
    }
    const addresses = (forwardedFor ?? '').split(',').map(address => address.trim());
    const address = addresses.at(-trustedProxies);
    return address && /^[0-9a-fA-F.:]{2,45}$/.test(address) ? address : undefined;
}
