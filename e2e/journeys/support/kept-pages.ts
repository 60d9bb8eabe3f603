import type { Page } from 'playwright-core';

const KEPT = `caches.keys().then(async names => {
    const kept = await Promise.all(names.map(async name => (await caches.open(name)).keys()));
    return kept.flat().map(request => new URL(request.url).pathname);
})`;

/** The addresses of the pages that the browser keeps for when the shop can't be reached. */
export function keptPages(page: Page): Promise<string[]> {
    return page.evaluate<string[]>(KEPT);
}
