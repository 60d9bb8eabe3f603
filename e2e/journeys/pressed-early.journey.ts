import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useBrowser } from './support/browser';
import { openBeforeScripts, untilAlive } from './support/scripts';
import { openSomethingToBuy } from './support/shopping';

const browser = useBrowser();

const focused = (page: Page) => page.evaluate<string>('document.activeElement.id');
const theme = (page: Page) => page.evaluate<string>('document.documentElement.dataset.theme');

async function aProduct(page: Page): Promise<string> {
    await openSomethingToBuy(page, 'en-us', 'price-asc');
    return page.url();
}

describe.each([390, 1280])('before scripts have come, at %i px,', width => {
    it('consent is refused, and the keyboard goes on where the page begins once they are there', async () => {
        const page = await browser.newPage({ width, consent: 'undecided' });
        const arrive = await openBeforeScripts(page, await aProduct(page), '#content form');
        await page.locator('#consent-banner').getByRole('button', { name: 'Refuse' }).press('Enter');
        await page.locator('#consent-banner').waitFor({ state: 'detached' });
        await page.getByText('Your choice is saved.').waitFor({ state: 'attached' });
        await arrive();
        await expect.poll(() => focused(page)).toBe('content');
    });

    it('who has gone on after an answer about consent stays where they are', async () => {
        const page = await browser.newPage({ width, consent: 'undecided' });
        const arrive = await openBeforeScripts(page, '/en-us/cart', '#region-market');
        await page.locator('#consent-banner').getByRole('button', { name: 'Accept' }).press('Enter');
        await page.getByText('Your choice is saved.').waitFor({ state: 'attached' });
        await page.locator('#region-market').focus();
        await arrive();
        await page.waitForLoadState('networkidle');
        expect(await focused(page)).toBe('region-market');
    });

    it('language and market are chosen, and lead to the same page of theirs', async () => {
        const page = await browser.newPage({ width });
        const arrive = await openBeforeScripts(page, '/en-us/search?q=camera', '#region-market');
        await page.locator('#region-language').selectOption('fr');
        await page.getByRole('button', { name: 'Change', exact: true }).click();
        await page.waitForURL('**/fr-us/search?q=camera', { waitUntil: 'commit' });
        await page.locator('#region-market').selectOption('fr');
        await arrive();
        expect(await page.locator('#region-market').inputValue()).toBe('fr');
        await page.getByRole('button', { name: 'Changer', exact: true }).click();
        await page.waitForURL('**/fr-fr/search?q=camera');
    });

    it('the order of a list is chosen, with its filters', async () => {
        const page = await browser.newPage({ width });
        const arrive = await openBeforeScripts(page, '/en-us/search?q=camera&min=100', '#sort');
        await page.locator('#sort').selectOption('price-asc');
        await arrive();
        await page.waitForURL('**/en-us/search?q=camera&min=100&sort=price-asc');
        await page.goBack();
        await page.waitForURL('**/en-us/search?q=camera&min=100');
        await expect.poll(() => page.locator('#sort').inputValue()).toBe('relevance');
    });

    it('colours are chosen', async () => {
        const page = await browser.newPage({ width });
        const arrive = await openBeforeScripts(page, '/en-us', 'fieldset:has(input[name=theme])');
        await page.locator('label:has(input[name=theme][value=dark])').click();
        expect(await theme(page)).toBe('system');
        await arrive();
        await expect.poll(() => theme(page)).toBe('dark');
        await page.reload();
        expect(await theme(page)).toBe('dark');
    });

    it('a picture is chosen, and opens large', async () => {
        const page = await browser.newPage({ width });
        const product = await aProduct(page);
        const enlarge = page.getByRole('button', { name: 'Enlarge' });
        const arrive = await openBeforeScripts(page, product, '#content section button');
        await enlarge.click();
        expect(await page.getByRole('dialog').count()).toBe(0);
        await arrive();
        await page.getByRole('dialog').waitFor();
        await page.keyboard.press('Escape');
        await page.getByRole('dialog').waitFor({ state: 'detached' });
        await enlarge.click();
        await page.getByRole('dialog').waitFor();
        expect(await page.getByRole('dialog').count()).toBe(1);
    });

    it('a password is shown, once', async () => {
        const page = await browser.newPage({ width });
        const arrive = await openBeforeScripts(page, '/en-us/sign-in', 'input[name=password]');
        const password = page.locator('input[name=password]');
        await password.fill('what nobody sees');
        await page.getByRole('button', { name: 'Show password' }).click();
        expect(await password.getAttribute('type')).toBe('password');
        await arrive();
        await expect.poll(() => password.getAttribute('type')).toBe('text');
        await page.getByRole('button', { name: 'Hide password' }).click();
        expect(await password.getAttribute('type')).toBe('password');
        expect(await password.inputValue()).toBe('what nobody sees');
    });

    it('a line of the cart is made more, as often as that was pressed', async () => {
        const page = await browser.newPage({ width });
        await openSomethingToBuy(page, 'en-us', 'price-asc');
        await page.locator('form:has(input[name=variantId]) button[type=submit]').click();
        await page.locator('[role=status] a[href$="/cart"]').waitFor();
        const arrive = await openBeforeScripts(page, '/en-us/cart', 'li form:has(output)');
        const more = page.getByRole('button', { name: /^One more of/ });
        await more.click();
        await more.click();
        await more.click();
        await arrive();
        await expect.poll(() => page.locator('li output').textContent()).toBe('4');
        // What was pressed is sent one after the other, and a page that is left sends no more.
        await page.locator('main li[aria-busy=false]:has(output)').waitFor();
        await page.reload();
        expect(await page.locator('li output').textContent()).toBe('4');
    });
});

describe('before scripts have come', () => {
    it('the menu of a phone is opened', async () => {
        const page = await browser.newPage({ width: 390 });
        const arrive = await openBeforeScripts(page, '/en-us', 'button[aria-haspopup=dialog]');
        await page.getByRole('button', { name: 'Menu' }).click();
        await arrive();
        await page.getByRole('dialog').getByRole('combobox').waitFor();
    });

    it('what is typed into the search is suggested for', async () => {
        const page = await browser.newPage();
        const arrive = await openBeforeScripts(page, '/en-us', 'input[name=q]');
        await page.getByRole('combobox', { name: 'Search products' }).first().fill('camera');
        await arrive();
        await page.getByRole('option').first().waitFor();
    });

    it('a button that was pressed after they came does what it does once', async () => {
        const page = await browser.newPage();
        await page.goto('/en-us/sign-in');
        await untilAlive(page, 'input[name=password]');
        await page.getByRole('button', { name: 'Show password' }).click();
        await page.waitForLoadState('networkidle');
        expect(await page.locator('input[name=password]').getAttribute('type')).toBe('text');
    });
});
