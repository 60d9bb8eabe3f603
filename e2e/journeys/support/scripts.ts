import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** Waits until React has taken over an element of the page. */
export async function untilAlive(page: Page, selector: string): Promise<void> {
    const keys = `Object.keys(document.querySelector(${JSON.stringify(selector)}) ?? {})`;
    // Not `waitForFunction`, which the pages' policy stops from asking again.
    await expect
        .poll(() => page.evaluate<boolean>(`${keys}.some(key => key.startsWith('__reactProps'))`), {
            timeout: 20_000,
        })
        .toBe(true);
}

/** Opens a page whose scripts do not come until what this returns is called, which waits for them. */
export async function openBeforeScripts(
    page: Page,
    path: string,
    selector: string,
): Promise<() => Promise<void>> {
    let letThrough = (): void => undefined;
    const asked = new Promise<void>(resolve => (letThrough = resolve));
    await page.route('**/_next/static/**/*.js', async route => {
        await asked;
        await route.continue();
    });
    await page.goto(path, { waitUntil: 'commit' });
    return async () => {
        letThrough();
        await untilAlive(page, selector);
    };
}
