import { consentCookie, readConsent } from '@/lib/consent/consent';

/** Cookies that change nothing of what a stranger sees: the language is in the address. */
const withoutEffect = new Set(['efi_locale']);
/** How the page looks is written on it by the server. */
const themeCookie = 'theme';
const themes = new Set(['light', 'dark', 'system']);

/** Pages that are the same for all who are nobody in particular: what is the shopper's own is on none of them. */
const everybodys = /^\/[^/]+(\/(products|collections|legal|pages)\/[^/]+|\/search)?$/;

/** Longer addresses are nobody's link, and would fill the memory. */
const LONGEST = 300;

interface Asked {
    readonly method: string;
    /** With its query. */
    readonly path: string;
    readonly cookies: readonly { readonly name: string; readonly value: string }[];
    readonly header: (name: string) => string | null;
}

/**
 * What a page for a stranger depends on: who has no session, has agreed to nothing and so is followed by nobody.
 *
 * @returns `undefined` for anything else: who has a cookie that isn't known here gets a page of their own.
 */
export function strangersPage({ method, path, cookies, header }: Asked): string | undefined {
    // Next.js hides its own headers here, but what it asks for by itself is no HTML.
    const isPage = method === 'GET' && header('accept')?.includes('text/html') === true;
    if (!isPage || path.length > LONGEST || !everybodys.test(path.split('?')[0] ?? '')) {
        return undefined;
    }
    const known = new Map(cookies.map(({ name, value }) => [name, value]));
    const { status, purposes, textVersion } = readConsent(known.get(consentCookie), header('sec-gpc'));
    const theme = known.get(themeCookie) ?? 'system';
    for (const name of [consentCookie, themeCookie, ...withoutEffect]) {
        known.delete(name);
    }
    if (known.size > 0 || purposes.length > 0 || !themes.has(theme)) {
        return undefined;
    }
    return [path, status, textVersion, theme].join(' ');
}
