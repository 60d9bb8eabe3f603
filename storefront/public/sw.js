/*
 * Keeps pages that were seen, for when the shop can't be reached. Hand-written and without a build step, so that what
 * runs is what is read here. Raise VERSION when the meaning of what is kept changes: the rest is thrown away then.
 *
 * What is kept is what a stranger would see: pages are fetched for that without cookies. Only the kinds of page that
 * are the same for all are kept, and an answer is taken from there only when the shop gives none.
 */
const VERSION = 1;
const pages = `efi-pages-${VERSION}`;
const files = `efi-files-${VERSION}`;
const MOST_PAGES = 60;
const MOST_FILES = 200;
/** After that long a kept page is fetched again when it is seen. */
const FRESH_MS = 60 * 60 * 1000;
/** After that long without an answer a page that is kept is shown, though another may still come. */
const PATIENCE_MS = 5000;
const KEPT_AT = 'efi-kept-at';

const inLocale = /^\/[a-z]{2}-[a-z]{2}(\/|$)/;
const toKeep = /^\/[a-z]{2}-[a-z]{2}(\/?|\/(collections|products|legal|pages)\/[^/]+|\/offline)$/;

self.addEventListener('install', () => self.skipWaiting());

self.addEventListener('activate', event => {
    event.waitUntil(removeOthers().then(() => self.clients.claim()));
});

self.addEventListener('message', event => {
    // The page says where it is: it knows of moves that load no document.
    if (event.data?.seen) {
        event.waitUntil(keepPage(new URL(event.data.seen, self.location.origin)));
        event.waitUntil(keepFiles(fileAddresses((event.data.files ?? []).join('\n'))));
    }
});

self.addEventListener('fetch', event => {
    const { request } = event;
    const url = new URL(request.url);
    if (request.method !== 'GET' || url.origin !== self.location.origin) {
        return;
    }
    if (request.mode === 'navigate') {
        event.respondWith(fromShopOrKept(request, url));
    } else if (url.pathname.startsWith('/_next/static/')) {
        event.respondWith(fileOf(request));
    }
});

async function fromShopOrKept(request, url) {
    let answer;
    try {
        answer = await inTime(fetch(request), url);
    } catch (error) {
        const instead = (await kept(url)) ?? (await apology(url));
        if (instead) {
            return instead;
        }
        throw error;
    }
    if (answer.status < 500) {
        return answer;
    }
    // A fault of the shop's own has its own page; that of a gateway before it says nothing to a shopper.
    return (await kept(url)) ?? (answer.status > 500 ? await apology(url) : undefined) ?? answer;
}

/** What the shop answers, or the page that is kept, when that takes too long and there is one. */
async function inTime(answering, url) {
    let timer;
    const tooLong = new Promise(resolve => (timer = setTimeout(resolve, PATIENCE_MS)));
    try {
        return (await Promise.race([answering, tooLong.then(() => kept(url))])) ?? (await answering);
    } finally {
        clearTimeout(timer);
    }
}

/** The page that says sorry, in the page's language, or on the way to one for an address without: the app starts at `/`. */
async function apology(url) {
    const [, locale] = url.pathname.split('/');
    if (inLocale.test(url.pathname)) {
        return kept(new URL(`/${locale}/offline`, url));
    }
    const last = await lastLocale();
    return (
        last && Response.redirect(new URL(`/${last}${url.pathname.replace(/^\/$/, '')}${url.search}`, url))
    );
}

async function kept(url) {
    return (await caches.open(pages)).match(url.origin + url.pathname);
}

/** Of the page that was kept last. */
async function lastLocale() {
    const keys = await (await caches.open(pages)).keys();
    return keys.length > 0 ? new URL(keys[keys.length - 1].url).pathname.split('/')[1] : undefined;
}

async function keepPage(url) {
    const [, locale] = url.pathname.split('/');
    await keep(url);
    await keep(new URL(`/${locale}/offline`, url));
}

async function keep(url) {
    if (url.origin !== self.location.origin || !toKeep.test(url.pathname)) {
        return;
    }
    const cache = await caches.open(pages);
    const address = url.origin + url.pathname;
    const before = Number((await cache.match(address))?.headers.get(KEPT_AT) ?? 0);
    if (Date.now() - before < FRESH_MS) {
        return;
    }
    const answer = await fetch(address, { credentials: 'omit' }).catch(() => undefined);
    if (answer?.status !== 200 || answer.redirected) {
        return;
    }
    const now = Date.now();
    const html = await answer.text();
    const headers = new Headers(answer.headers);
    headers.delete('content-length');
    headers.delete('content-encoding');
    headers.set(KEPT_AT, String(now));
    await cache.delete(address);
    // The page's script reads from this that it is an old one.
    await cache.put(address, new Response(html.replace('<html ', `<html data-kept="${now}" `), { headers }));
    await keepFiles(fileAddresses(html));
    await trim(cache, MOST_PAGES);
}

/** The scripts and styles that are named in a text. */
function fileAddresses(text) {
    return new Set(text.match(/\/_next\/static\/[\w./~-]+\.(?:js|css)/g));
}

/** A page without its scripts and styles would be of no use. */
async function keepFiles(addresses) {
    const cache = await caches.open(files);
    for (const address of addresses) {
        if (!(await cache.match(address))) {
            await cache.add(address).catch(() => undefined);
        }
    }
    await trim(cache, MOST_FILES);
}

/** Their names change with their content. */
async function fileOf(request) {
    const cache = await caches.open(files);
    const there = await cache.match(request);
    if (there) {
        return there;
    }
    const answer = await fetch(request);
    if (answer.status === 200) {
        await cache.put(request, answer.clone());
    }
    return answer;
}

/** The oldest go first. */
async function trim(cache, most) {
    const keys = await cache.keys();
    for (const key of keys.slice(0, Math.max(0, keys.length - most))) {
        await cache.delete(key);
    }
}

async function removeOthers() {
    const names = await caches.keys();
    const old = names.filter(name => name.startsWith('efi-') && name !== pages && name !== files);
    await Promise.all(old.map(name => caches.delete(name)));
}
