import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { seriousViolations } from './axe';
import { serverUrl } from './browser';
import { sendSignIn, untilSignedIn } from './staff';

/** What is ours of a page, without the Dashboard's frame. */
export const CONTENT = 'main [class*="container/layout"]';

/** A page of somebody of the staff, in a browser of the own. */
export async function signedIn(browser: { newPage(): Promise<Page> }, name: string): Promise<Page> {
    const page = await browser.newPage();
    await page.goto(`${serverUrl}/dashboard/login`);
    await sendSignIn(page, name);
    await untilSignedIn(page);
    return page;
}

export async function open(page: Page, place: string, heading: string): Promise<void> {
    await page.goto(`${serverUrl}/dashboard/${place}`);
    await page.getByRole('heading', { level: 1, name: heading }).waitFor();
}

/** In both colours. */
export async function expectAccessible(page: Page, within = CONTENT): Promise<void> {
    for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        expect(await seriousViolations(page, within)).toEqual([]);
    }
}
