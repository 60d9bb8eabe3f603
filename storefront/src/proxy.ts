import createMiddleware from 'next-intl/middleware';
import { NextResponse, type NextRequest } from 'next/server';
import { routing } from '@/i18n/routing';
import { consentCookie, readConsent } from '@/lib/consent/consent';
import { visitChange, visitCookie, visitCookieOptions } from '@/lib/consent/visit';
import { contentSecurityPolicy } from '@/lib/content-security-policy';
import { deviceCookie, deviceCookieOptions, needsDevice } from '@/lib/device/device';
import { storefrontEnv } from '@/lib/env';
import { hotPage } from '@/lib/hot-pages/serve';
import { isLocale, preferredLocale, type Locale } from '@/lib/market/locale';
import { sessionCookie } from '@/lib/vendure/session';

const localise = createMiddleware(routing);

/**
 * Puts every page under a language and a market, and a fresh nonce into every page's policy. Next.js reads the
 * nonce from the request's header and writes it on its own scripts. Who has agreed to have a visit followed gets a
 * number for it here, and who has a session an id for the browser, since pages can't set cookies.
 */
export default async function proxy(request: NextRequest): Promise<NextResponse> {
    const segment = request.nextUrl.pathname.split('/')[1];
    if (!isLocale(segment)) {
        return toPreferredLocale(request, segment);
    }
    const hot = await hotPage(request, contentSecurityPolicy);
    if (hot) {
        return hot;
    }
    const policy = contentSecurityPolicy(crypto.randomUUID());
    request.headers.set('content-security-policy', policy);
    const keepVisit = followVisit(request);
    const keepDevice = giveDevice(request);
    const response = isReadable(request.nextUrl.pathname) ? localise(request) : toNowhere(request, segment);
    keepVisit(response);
    keepDevice(response);
    response.headers.set('content-security-policy', policy);
    return response;
}

/**
 * Begins or ends a visit on the request, so that this very page belongs to it.
 *
 * @returns What does the same to the response, where the browser learns of it.
 */
function followVisit(request: NextRequest): (response: NextResponse) => void {
    const consent = readConsent(request.cookies.get(consentCookie)?.value, request.headers.get('sec-gpc'));
    switch (visitChange(consent, request.cookies.has(visitCookie))) {
        case 'begin': {
            const visit = crypto.randomUUID();
            const isSecure = storefrontEnv().storefrontUrl.startsWith('https:');
            request.cookies.set(visitCookie, visit);
            return response => response.cookies.set(visitCookie, visit, visitCookieOptions(isSecure));
        }
        case 'end':
            request.cookies.delete(visitCookie);
            return response => response.cookies.delete(visitCookie);
        case undefined:
            return () => undefined;
    }
}

/** Gives the browser an id as soon as it has a session, as {@link followVisit} gives it a visit. */
function giveDevice(request: NextRequest): (response: NextResponse) => void {
    const hasSession = request.cookies.has(sessionCookie);
    if (!needsDevice(hasSession, request.cookies.get(deviceCookie)?.value)) {
        return () => undefined;
    }
    const device = crypto.randomUUID();
    const isSecure = storefrontEnv().storefrontUrl.startsWith('https:');
    request.cookies.set(deviceCookie, device);
    return response => response.cookies.set(deviceCookie, device, deviceCookieOptions(isSecure));
}

/** Whether what stands for letters in an address does so. Next.js would answer 500 otherwise, without a page. */
function isReadable(pathname: string): boolean {
    try {
        decodeURIComponent(pathname);
        return true;
    } catch {
        return false;
    }
}

/** To a page that is not there, which says so in the shopper's language. */
function toNowhere(request: NextRequest, locale: Locale): NextResponse {
    const { headers } = request;
    headers.set('x-next-intl-locale', locale);
    return NextResponse.rewrite(new URL(`/${locale}/-`, request.url), { request: { headers } });
}

function toPreferredLocale(request: NextRequest, segment: string | undefined): NextResponse {
    const target = request.nextUrl.clone();
    const lowered = segment?.toLowerCase();
    if (isLocale(lowered)) {
        target.pathname = request.nextUrl.pathname.replace(`/${segment}`, `/${lowered}`);
        return NextResponse.redirect(target, 308);
    }
    const remembered = request.cookies.get('efi_locale')?.value;
    const locale = isLocale(remembered)
        ? remembered
        : preferredLocale(request.headers.get('accept-language'));
    target.pathname = `/${locale}${request.nextUrl.pathname === '/' ? '' : request.nextUrl.pathname}`;
    const response = NextResponse.redirect(target, 307);
    response.headers.set('vary', 'accept-language, cookie');
    return response;
}

export const config = {
    // Everything but Next.js' own files, what the server calls, the probes, files with an extension, and what scripts
    // ask for that is the same for everybody: it has to come without anybody's cookies.
    matcher: ['/((?!_next|api/|healthz|readyz|[^/]+/(?:suggestions|pick-up)$|.*\\..*).*)'],
};
