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
        const german = await page.locator('link[hreflang="de-DE"][href*="/products/"]').getAttribute('href');

        await page.locator('#region-language').selectOption('de');
        await page.getByRole('button', { name: 'Change', exact: true }).click();
        await page.waitForURL(/\/de-us\/products\//);
        await page.locator('#region-market').selectOption('de');
        await page.getByRole('button', { name: 'Wechseln' }).click();
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
        await page.locator('section[aria-label=Filters] a[href*="filter="]').first().click();
        await page.waitForURL(/filter=/);
        const filter = new URL(page.url()).search;
        await page.locator('#region-language').selectOption('fr');
        await page.getByRole('button', { name: 'Change', exact: true }).click();
        await page.waitForURL(/\/fr-us\/search/);
        expect(new URL(page.url()).search).toBe(filter);
    });

    it('change without scripts, and not before the button is pressed with them', async () => {
        const plain = await browser.newPage({ javaScriptEnabled: false });
        await plain.goto('/en-us/search?q=camera');
        await plain.locator('#region-market').selectOption('gb');
        await plain.getByRole('button', { name: 'Change', exact: true }).click();
        await plain.waitForURL('**/en-gb/search?q=camera');

        const page = await browser.newPage();
        await page.goto('/en-us/search', { waitUntil: 'networkidle' });
        await page.locator('#region-market').focus();
        await page.locator('#region-market').selectOption('fr');
        await page.waitForLoadState('networkidle');
        expect(new URL(page.url()).pathname).toBe('/en-us/search');
        expect(await page.evaluate('document.activeElement.id')).toBe('region-market');
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
