import 'server-only';
import { NextResponse, type NextRequest } from 'next/server';
import { nonceOf } from '@/lib/content-security-policy';
import { HotPages, type MadePage } from './hot-pages';
import { strangersPage } from './stranger';

/** On a request of this process to itself, by which a page is made for many. */
const MAKING = 'efi-making-page';

/** Headers that hold for whoever gets the page. */
const shared = ['content-type', 'cache-control', 'link'];

/** How long a page may take until everybody gets their own again, in milliseconds. */
const PATIENCE = 5_000;

interface Held {
    efiHotPages?: { readonly pages: HotPages; readonly secret: string };
}

/** One for the process: Next.js loads what answers requests and what is told of changes apart from one another. */
function held() {
    return ((globalThis as Held).efiHotPages ??= {
        // No longer than other servers take to hear of a new price.
        pages: new HotPages({ life: 1_000, threshold: 5, most: 300, now: Date.now }),
        secret: crypto.randomUUID(),
    });
}

/** Something has changed: pages are made anew. */
export function forgetHotPages(): void {
    held().pages.clear();
}

/**
 * The page that many strangers ask for at this moment.
 *
 * @param policyOf - Of a nonce, the page's security policy.
 * @returns `undefined` when this request is to be answered by itself.
 */
export async function hotPage(
    request: NextRequest,
    policyOf: (nonce: string) => string,
): Promise<NextResponse | undefined> {
    const { pages, secret } = held();
    if (process.env.NODE_ENV !== 'production' || request.headers.get(MAKING) === secret) {
        return undefined;
    }
    const path = request.nextUrl.pathname + request.nextUrl.search;
    const key = strangersPage({
        method: request.method,
        path,
        cookies: request.cookies.getAll(),
        header: name => request.headers.get(name),
    });
    if (key === undefined) {
        return undefined;
    }
    const page = await pages.get(key, () => makePage(path, request, secret));
    if (!page) {
        return undefined;
    }
    const nonce = crypto.randomUUID();
    const response = new NextResponse(page.parts.join(nonce), { headers: page.headers });
    response.headers.set('content-security-policy', policyOf(nonce));
    return response;
}

/** What this process answers when it is asked by itself, without whatever tells who asks. */
async function makePage(path: string, request: NextRequest, secret: string): Promise<MadePage | undefined> {
    const kept = ['cookie', 'sec-gpc'].flatMap(name => {
        const value = request.headers.get(name);
        return value === null ? [] : [[name, value] as const];
    });
    try {
        const response = await fetch(ownAddress() + path, {
            headers: { ...Object.fromEntries(kept), accept: 'text/html', [MAKING]: secret },
            cache: 'no-store',
            redirect: 'manual',
            signal: AbortSignal.timeout(PATIENCE),
        });
        const html = await response.text();
        const nonce = nonceOf(response.headers.get('content-security-policy'));
        const isPage = response.status === 200 && response.headers.get('content-type')?.includes('text/html');
        if (!isPage || !nonce) {
            return undefined;
        }
        const headers = shared.flatMap(name => {
            const value = response.headers.get(name);
            return value === null || value.includes(nonce) ? [] : [[name, value] as const];
        });
        return { parts: html.split(nonce), headers: Object.fromEntries(headers) };
    } catch (error) {
        console.warn(`No page for all at ${path}:`, error);
        return undefined;
    }
}

/** Where this process listens. */
function ownAddress(): string {
    const { HOSTNAME: host = '127.0.0.1', PORT: port = '3000' } = process.env;
    const anywhere = host === '0.0.0.0' || host === '::';
    return `http://${anywhere ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host}:${port}`;
}
