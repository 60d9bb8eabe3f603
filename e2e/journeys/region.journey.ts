import { describe, expect, it } from 'vitest';
import { useBrowser } from './support/browser';

const browser = useBrowser();

describe('language and market', () => {
    it('change on a product page, which stays with its own slug, currency and tax note', async () => {
        const page = await browser.newPage();
        await page.goto('/en-us/collections/electronics');
        await page.locator('article a').first().click();
        await page.waitForURL(/\/products\//);
        expect(await page.getByTestId('price').textContent()).toMatch(/^\$/);
        const german = await page.locator('link[hreflang="de-DE"]').getAttribute('href');

        await page.locator('#region-language').selectOption('de');
        await page.waitForURL(/\/de-us\/products\//);
        await page.locator('#region-market').selectOption('de');
        await page.waitForURL(/\/de-de\/products\//);
        expect(new URL(german ?? '').pathname).toBe(new URL(page.url()).pathname);
        expect(await page.locator('html').getAttribute('lang')).toBe('de-DE');
        expect(await page.getByTestId('price').textContent()).toMatch(/€$/);
        await page.getByText(/inkl\. \d+ % MwSt\./).waitFor();
    });

    it('take a slug of another language to its own page', async () => {
        const page = await browser.newPage();
        const response = await page.goto('/de-de/collections/electronics?sort=name');
        expect(response?.status()).toBe(200);
        expect(page.url()).toMatch(/\/de-de\/collections\/elektronik\?sort=name$/);
    });

    it('keep filters and sorting when they change', async () => {
        const page = await browser.newPage();
        await page.goto('/en-us/search');
        await page.locator('aside a[href*="filter="]').first().click();
        await page.waitForURL(/filter=/);
        const filter = new URL(page.url()).search;
        await page.locator('#region-language').selectOption('fr');
        await page.waitForURL(/\/fr-us\/search/);
        expect(new URL(page.url()).search).toBe(filter);
    });

    it('answer with 404 for what is not there, in the language of the page', async () => {
        const page = await browser.newPage();
        const response = await page.goto('/fr-fr/products/no-such-thing');
        expect(response?.status()).toBe(404);
        await page.getByRole('heading', { name: 'Cette page est introuvable' }).waitFor();
    });

    it('answer with 404 to an address that no page has, readable without scripts', async () => {
        const page = await browser.newPage();
        const response = await page.request.get('/de-de/gibt-es-nicht');
        expect(response.status()).toBe(404);
        expect(await response.text()).toContain('Diese Seite finden wir nicht</h1>');
    });
});
