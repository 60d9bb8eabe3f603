import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useBrowser } from './support/browser';

const browser = useBrowser();

/** Leaves a mark that is gone when the page is loaded anew. */
async function openMarked(page: Page, path: string): Promise<void> {
    await page.goto(path, { waitUntil: 'networkidle' });
    await page.evaluate('window.isMarked = true');
}

const isMarked = (page: Page) => page.evaluate('window.isMarked === true');

describe('a link', () => {
    it('leads on without loading the page anew, to the top of the next one and its heading', async () => {
        const page = await browser.newPage();
        await openMarked(page, '/en-us');
        await page.getByRole('contentinfo').getByRole('link', { name: 'Electronics' }).click();
        await page.waitForURL('**/en-us/collections/electronics');
        await page.waitForFunction(`document.activeElement?.tagName === 'H1'`);
        expect(await page.evaluate('window.scrollY')).toBe(0);
        expect(await isMarked(page)).toBe(true);
        await page.goBack();
        await page.waitForURL('**/en-us');
        expect(await isMarked(page)).toBe(true);
    });

    it('is marked while its page is on the way, and no longer', async () => {
        const page = await browser.newPage();
        await openMarked(page, '/en-us/collections/electronics');
        let goOn = () => undefined as void;
        const held = new Promise<void>(resolve => (goOn = resolve));
        await page.route(/_rsc=/, async route => {
            await held;
            await route.continue();
        });
        const [first, second] = await page.locator('article a').all();
        await first?.click();
        expect(await first?.getAttribute('data-pending')).toBe('');
        await second?.click();
        expect(await first?.getAttribute('data-pending')).toBeNull();
        expect(await second?.getAttribute('data-pending')).toBe('');
        const path = await second?.getAttribute('href');
        goOn();
        await page.waitForURL(`**${path}`);
        await page.waitForFunction(`!document.querySelector('[data-pending]')`);
        expect(await isMarked(page)).toBe(true);
    });

    it('opens elsewhere when that is asked for', async () => {
        const page = await browser.newPage();
        await openMarked(page, '/en-us');
        const [opened] = await Promise.all([
            page.context().waitForEvent('page'),
            page
                .getByRole('contentinfo')
                .getByRole('link', { name: 'Electronics' })
                .click({ modifiers: ['ControlOrMeta'] }),
        ]);
        await opened.waitForURL('**/en-us/collections/electronics');
        expect(new URL(page.url()).pathname).toBe('/en-us');
        expect(await isMarked(page)).toBe(true);
    });

    it('that chooses a filter leaves the list where it is', async () => {
        const page = await browser.newPage();
        await openMarked(page, '/en-us/collections/electronics');
        await page.evaluate('window.scrollTo(0, 120)');
        await page.locator('a[data-goes="in-place"]:visible').first().click();
        await page.waitForURL('**/collections/electronics?*');
        await page.waitForFunction(`!document.querySelector('[data-pending]')`);
        expect(await page.evaluate<number>('window.scrollY')).toBeGreaterThan(0);
        expect(await isMarked(page)).toBe(true);
    });

    it('that leads to the next page of a list takes the focus to its heading, and says which page it is', async () => {
        const page = await browser.newPage({ width: 390 });
        await openMarked(page, '/en-us/search');
        await page.getByRole('link', { name: 'Next' }).click();
        await page.waitForURL('**/search?page=2');
        await page.locator('h1:focus').waitFor();
        expect(await page.evaluate('window.scrollY')).toBe(0);
        expect(await page.title()).toContain('Search, page 2');
        await page.getByText('Page 2 of').waitFor();
        expect(await isMarked(page)).toBe(true);
    });

    it('that chooses a filter keeps the focus, and so does the order of the list', async () => {
        const page = await browser.newPage();
        await openMarked(page, '/en-us/collections/electronics');
        const filter = page.locator('section[aria-label=Filters] a[href*="filter="]').first();
        await filter.press('Enter');
        await page.waitForURL('**/collections/electronics?filter=*');
        await expect.poll(() => page.locator('[data-pending]').count()).toBe(0);
        expect(
            await page.evaluate(`document.activeElement.closest('section[aria-label=Filters]') !== null`),
        ).toBe(true);
        const order = page.getByLabel('Sort by');
        await order.focus();
        await order.selectOption('name');
        await page.waitForURL(/sort=name/);
        expect(await page.evaluate('document.activeElement.id')).toBe('sort');
        expect(await isMarked(page)).toBe(true);
    });

    it('is followed without scripts', async () => {
        const page = await browser.newPage({ javaScriptEnabled: false });
        await page.goto('/en-us');
        await page.getByRole('contentinfo').getByRole('link', { name: 'Electronics' }).click();
        await page.waitForURL('**/en-us/collections/electronics');
    });
});
