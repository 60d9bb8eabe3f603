import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { makeAccount } from './support/account';
import { useBrowser } from './support/browser';
import {
    addSomethingToCart,
    addToCart,
    chooseDelivery,
    enterAddress,
    freshEmail,
    openSomethingToBuy,
    pay,
} from './support/shopping';
import { withLeftInEurope } from './support/stock-left';

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

    /** Puts two pieces of something into the cart. @returns The variant. */
    async function addTwo(page: Page, locale: string): Promise<string> {
        await openSomethingToBuy(page, locale, 'price-asc');
        const variantId = await page.locator('input[name=variantId]').inputValue();
        await addToCart(page, 2);
        return variantId;
    }

    const quantity = (page: Page) => lines(page).locator('output').first();

    it('as far as it is to be had there, and says what is short', async () => {
        const page = await browser.newPage({ width: 390 });
        const variantId = await addTwo(page, 'en-us');
        await withLeftInEurope(1, variantId, async () => {
            await page.goto('/en-de/cart');
            await page.getByRole('button', { name: 'Bring it here' }).click();
            await page.getByText('One thing of your bag is not to be had here').waitFor();
            expect(await quantity(page).textContent()).toBe('1');
        });
    });

    it('of a guest stays where it is when nothing of it is to be had there', async () => {
        const page = await browser.newPage();
        const variantId = await addTwo(page, 'en-us');
        await withLeftInEurope(0, variantId, async () => {
            await page.goto('/en-de/cart');
            await page.getByRole('button', { name: 'Bring it here' }).click();
            await page.getByText('Nothing of it is sold here. It stays where it is.').waitFor();
            await page.goto('/en-us/cart');
            await page.getByTestId('order-total').waitFor();
            expect(await quantity(page).textContent()).toBe('2');
        });
    });

    it.each([
        ['a guest', 390],
        ['who is signed in', 1280],
    ])('of %s goes back as it was, at %i px', async (who, width) => {
        const page = await browser.newPage({ width });
        if (who !== 'a guest') {
            await makeAccount(page, freshEmail('returner'));
        }
        const variantId = await addTwo(page, 'en-us');
        await withLeftInEurope(1, variantId, async () => {
            await page.goto('/en-de/cart');
            await page.getByRole('button', { name: 'Bring it here' }).click();
            await page.getByText('Your bag (United States) came here.').waitFor();
            await page.getByRole('button', { name: 'Take it back' }).click();
            await page.getByText('Your bag (United States) has 2 things in it').waitFor();
            await page.goto('/en-us/cart');
            await page.getByTestId('order-total').waitFor();
            expect(await quantity(page).textContent()).toBe('2');
        });
    });

    it('of who orders the same again elsewhere', async () => {
        const page = await browser.newPage();
        await addSomethingToCart(page, 'en-de', 'price-asc');
        await page.goto('/en-de/checkout');
        await enterAddress(page, 'de', freshEmail('again'));
        await chooseDelivery(page);
        const code = await pay(page);
        await addSomethingToCart(page, 'en-us', 'name');
        await page.goto(`/en-de/orders/${code}`);
        await page.getByRole('button', { name: 'Order the same again' }).click();
        await page.getByRole('dialog').waitFor();
        await page.goto('/en-de/cart');
        await page.getByTestId('order-total').waitFor();
        expect(await lines(page).count()).toBe(2);
        await page.goto('/en-us/cart');
        await page.getByText('Your bag (Germany) has 2 things in it').waitFor();
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
