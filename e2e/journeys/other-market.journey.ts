import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { makeAccount } from './support/account';
import { useBrowser } from './support/browser';
import { addSomethingToCart, freshEmail } from './support/shopping';

const browser = useBrowser();

describe('a cart comes along to another market', () => {
    const lines = (page: Page) => page.locator('main li:has(input[name=lineId])');

    it.each([390, 1280])('of a guest, with a word about prices and taxes, at %i px', async width => {
        const page = await browser.newPage({ width });
        await addSomethingToCart(page, 'en-us', 'price-asc');
        await page.goto('/en-us/cart');
        const before = await lines(page).count();
        expect(before).toBe(1);

        await page.goto('/de-de/cart');
        await page.getByText('In Ihrem Warenkorb (USA) liegt 1 Artikel').waitFor();
        await page.getByText('in EUR und mit Mehrwertsteuer').waitFor();
        await page.getByRole('button', { name: 'Hierher mitnehmen' }).click();
        await page.getByTestId('order-total').waitFor();
        expect(await lines(page).count()).toBe(1);
        expect(await page.getByTestId('order-total').textContent()).toMatch(/€$/);
        await page.goto('/en-us/cart');
        await page.getByText('Your bag (Germany) has 1 thing in it').waitFor();
    });

    it('of a guest who begins to shop there, and loses nothing', async () => {
        const page = await browser.newPage();
        await addSomethingToCart(page, 'en-us', 'price-asc');
        await addSomethingToCart(page, 'en-gb', 'name');
        await page.goto('/en-gb/cart');
        await page.getByTestId('order-total').waitFor();
        expect(await lines(page).count()).toBe(2);
    });

    it('of who is signed in, and is not in both', async () => {
        const page = await browser.newPage();
        await makeAccount(page, freshEmail('mover'));
        await addSomethingToCart(page, 'en-gb', 'price-asc');
        await page.goto('/fr-fr/cart');
        await page.getByRole('button', { name: 'L’apporter ici' }).click();
        await page.getByTestId('order-total').waitFor();
        await page.context().clearCookies({ name: 'efi_bag' });
        await page.goto('/en-gb/cart');
        await page.getByText('Your bag is empty').first().waitFor();
    });

    it('and is not offered to who has none elsewhere', async () => {
        const page = await browser.newPage();
        await page.goto('/de-de/cart');
        await page.getByText('Ihr Warenkorb ist leer').first().waitFor();
        expect(await page.getByRole('button', { name: 'Hierher mitnehmen' }).count()).toBe(0);
    });
});
