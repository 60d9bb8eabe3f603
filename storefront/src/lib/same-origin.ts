/**
 * Whether a page of this shop sent the request. Browsers say so with every POST, and no page can make them say
 * otherwise. Behind a proxy the shop's own name is in `X-Forwarded-Host`.
 */
export function isSameOrigin(headers: Headers): boolean {
    const origin = headers.get('origin');
    const host = headers.get('x-forwarded-host') ?? headers.get('host');
    return origin !== null && host !== null && URL.canParse(origin) && new URL(origin).host === host;
}
