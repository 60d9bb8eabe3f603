import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const script = readFileSync(path.join(import.meta.dirname, '../../../public/sw.js'), 'utf8');
const origin = 'https://shop.example';

/** As much of a browser's `caches` as holds pages in the order in which they were kept. */
class Cache {
    readonly entries = new Map<string, Response>();

    match = (address: string) => Promise.resolve(this.entries.get(address)?.clone());
    keys = () => Promise.resolve([...this.entries.keys()].map(url => ({ url })));
}

interface Visit {
    readonly request: { readonly method: string; readonly url: string; readonly mode: string };
    respondWith(answer: Promise<Response>): void;
}

/** The worker, with these pages kept. @param fetch - The shop. */
function worker(keptPaths: readonly string[], fetch: () => Promise<Response>) {
    const cache = new Cache();
    for (const kept of keptPaths) {
        cache.entries.set(origin + kept, new Response(`kept ${kept}`));
    }
    const listeners = new Map<string, (visit: Visit) => void>();
    const self = {
        location: new URL(origin),
        addEventListener: (name: string, listener: (visit: Visit) => void) => listeners.set(name, listener),
    };
    const caches = { open: () => Promise.resolve(cache) };
    runInContext(script, createContext({ self, caches, fetch, URL, Response, setTimeout, clearTimeout }));
    return (address: string) =>
        new Promise<Response>((resolve, reject) => {
            const request = { method: 'GET', url: origin + address, mode: 'navigate' };
            const respondWith = (answer: Promise<Response>) => void answer.then(resolve, reject);
            listeners.get('fetch')?.({ request, respondWith });
        });
}

const noNetwork = () => Promise.reject(new TypeError('Failed to fetch'));
const never = () => new Promise<Response>(() => undefined);

describe('without a network', () => {
    it('a kept page is shown, and in place of any other the page that says why', async () => {
        const visit = worker(['/de-de/offline', '/de-de/products/lampe'], noNetwork);
        expect(await (await visit('/de-de/products/lampe?variant=2')).text()).toBe(
            'kept /de-de/products/lampe',
        );
        expect(await (await visit('/de-de/cart')).text()).toBe('kept /de-de/offline');
    });

    it.each([
        ['/', '/fr-fr'],
        ['/?source=app', '/fr-fr?source=app'],
        ['/products/lampe', '/fr-fr/products/lampe'],
    ])('%s, which has no language, leads to %s, whose page was kept last', async (address, target) => {
        const visit = worker(['/de-de/offline', '/de-de', '/fr-fr', '/fr-fr/offline'], noNetwork);
        const answer = await visit(address);
        expect([answer.status, answer.headers.get('location')]).toEqual([302, origin + target]);
    });

    it('the browser speaks for itself where nothing is kept', async () => {
        await expect(worker([], noNetwork)('/')).rejects.toThrow('Failed to fetch');
        await expect(worker([], noNetwork)('/de-de')).rejects.toThrow('Failed to fetch');
    });
});

describe('where the shop answers with a fault', () => {
    const faulty = (status: number) => () => Promise.resolve(new Response(`fault ${status}`, { status }));
    const kept = ['/de-de/offline', '/de-de/products/lampe'];

    it.each([500, 503])('of %i, a kept page is shown', async status => {
        const visit = worker(kept, faulty(status));
        expect(await (await visit('/de-de/products/lampe')).text()).toBe('kept /de-de/products/lampe');
    });

    it('of its own, the page that it sent is shown in place of one that is not kept', async () => {
        expect(await (await worker(kept, faulty(500))('/de-de/cart')).text()).toBe('fault 500');
    });

    it('of what stands before it, the page that says why', async () => {
        expect(await (await worker(kept, faulty(503))('/de-de/cart')).text()).toBe('kept /de-de/offline');
    });
});

describe('on a slow line', () => {
    beforeEach(() => vi.useFakeTimers());
    afterEach(() => vi.useRealTimers());

    it('a kept page is shown after five seconds', async () => {
        const answer = worker(['/de-de'], never)('/de-de');
        await vi.advanceTimersByTimeAsync(4_900);
        expect(await Promise.race([answer, Promise.resolve('none')])).toBe('none');
        await vi.advanceTimersByTimeAsync(200);
        expect(await (await answer).text()).toBe('kept /de-de');
    });

    it('a page that is not kept is waited for', async () => {
        const late = () =>
            new Promise<Response>(resolve => void setTimeout(() => resolve(new Response('late')), 20_000));
        const answer = worker(['/de-de/offline'], late)('/de-de/cart');
        await vi.advanceTimersByTimeAsync(20_000);
        expect(await (await answer).text()).toBe('late');
    });

    it('an answer that comes in time is shown', async () => {
        const visit = worker(['/de-de'], () => Promise.resolve(new Response('new')));
        expect(await (await visit('/de-de')).text()).toBe('new');
        expect(vi.getTimerCount()).toBe(0);
    });
});
