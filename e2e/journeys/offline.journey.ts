import { expect, it } from 'vitest';
import { startRecordingProxy } from '../support/recording-proxy';
import { violations } from './support/axe';
import { shopUrl, useBrowser } from './support/browser';
import { keptPages } from './support/kept-pages';
import { openSomethingToBuy } from './support/shopping';

const browser = useBrowser();

/** Where nobody listens. */
const NOWHERE = 'http://127.0.0.1:9';

it('while the shop is away, pages that were seen are there, and what goes into the cart is sent later', async () => {
    let target = shopUrl;
    const gateway = await startRecordingProxy(
        () => target,
        () => undefined,
    );
    try {
        const page = await browser.newPage({ width: 390, keepsPages: true });
        const at = (path: string) => new URL(path, gateway.url.replace('127.0.0.1', 'localhost')).href;
        await openSomethingToBuy(page, 'en-gb', 'price-asc');
        const product = new URL(page.url()).pathname;
        const name = await page.getByRole('heading', { level: 1 }).textContent();
        for (const path of ['/en-gb/account/privacy', '/en-gb/cart', product]) {
            await page.goto(at(path));
        }
        await expect
            .poll(() => keptPages(page), { timeout: 20_000 })
            .toEqual(expect.arrayContaining([product, '/en-gb/offline']));
        const kept = await keptPages(page);
        expect(kept.filter(path => /account|cart|checkout|orders|sign-in/.test(path))).toEqual([]);

        target = NOWHERE;
        await page.reload();
        await page.getByText('The shop can’t be reached.').waitFor();
        expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(name);
        expect(await violations(page)).toEqual([]);
        const putIntoCart = async () => {
            await page.locator('form:has(input[name=variantId]) button[type=submit]').click();
            await page.getByText('It waits in this browser').waitFor();
        };
        await putIntoCart();
        const waits = page.getByRole('status').filter({ hasText: 'Waiting in this browser' });
        await waits.getByText(/^1 × /).waitFor();
        expect(await page.getByRole('link', { name: 'Bag, empty' }).count()).toBe(0);
        await page.getByRole('link', { name: 'Your bag can’t be shown just now' }).waitFor();
        await page.goto(at('/en-gb/cart'));
        const apology = page.getByRole('heading', { name: 'This page needs the shop', level: 2 });
        await apology.waitFor();
        await waits.getByText(/^1 × /).waitFor();
        expect(await violations(page)).toEqual([]);
        // The installed app begins without a language.
        await page.goto(at('/'));
        expect(new URL(page.url()).pathname).toBe('/en-gb');
        await apology.waitFor();
        await page.goto(at('/en-gb/cart'));
        const again = page.getByRole('link', { name: 'Try again' });
        await again.click();
        await apology.waitFor();

        target = shopUrl;
        await again.click();
        await page.getByRole('heading', { name: 'Your bag', level: 1 }).waitFor();
        expect(new URL(page.url()).pathname).toBe('/en-gb/cart');
        // Whichever page comes first sends it: here the bag itself.
        await page.getByRole('button', { name: /^One more of/ }).waitFor();

        target = NOWHERE;
        await page.goto(at(product));
        await page.getByText('The shop can’t be reached.').waitFor();
        await putIntoCart();
        target = shopUrl;
        await page.goto(at(product));
        const drawer = page.getByRole('dialog');
        await drawer.getByText('Added to your bag').waitFor();
        await drawer.locator('output').getByText('2', { exact: true }).waitFor();
    } finally {
        await gateway.close();
    }
});
