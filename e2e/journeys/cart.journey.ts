import { describe, expect, it } from 'vitest';
import { violations } from './support/axe';
import { useBrowser } from './support/browser';
import { layoutShift } from './support/layout-shift';
import { reserveAllBut } from './support/other-shopper';
import { whileShopApiIsAway } from './support/shop-api-away';
import {
    addAndLook,
    addSomethingToCart,
    minorUnits,
    openSomethingToBuy,
    readTotals,
} from './support/shopping';

const browser = useBrowser();

describe('the cart', () => {
    it('says why a coupon does not help, and takes one that does', async () => {
        const page = await browser.newPage();
        await addSomethingToCart(page, 'en-gb');
        await page.goto('/en-gb/cart');
        const before = minorUnits((await readTotals(page))['Total']);
        await page.locator('#coupon').fill('NOSUCHCODE');
        await page.getByRole('button', { name: 'Apply' }).click();
        await page
            .getByText('We don’t know the code', { exact: false })
            .or(page.getByText('We don’t know the code'))
            .waitFor();
        expect(await page.locator('#coupon').inputValue()).toBe('NOSUCHCODE');

        await page.locator('#coupon').fill('WELCOME10');
        await page.getByRole('button', { name: 'Apply' }).click();
        await page.getByText('Applied', { exact: true }).waitFor();
        expect(await page.locator('#coupon').inputValue()).toBe('');
        const after = minorUnits((await readTotals(page))['Total']);
        expect(after).toBeLessThan(before);

        await page.getByRole('button', { name: 'Remove coupon WELCOME10' }).click();
        await page.getByText('Applied', { exact: true }).waitFor({ state: 'detached' });
        expect(minorUnits((await readTotals(page))['Total'])).toBe(before);
    });

    it('changes quantities, empties, and has the last line back', async () => {
        const page = await browser.newPage();
        await addSomethingToCart(page, 'en-gb', 'price-asc');
        await page.goto('/en-gb/cart');
        const one = minorUnits((await readTotals(page))['Items']);
        await page.getByRole('button', { name: /^One more of/ }).click();
        await page.getByText(/each$/).waitFor();
        expect(minorUnits((await readTotals(page))['Items'])).toBe(2 * one);
        await page
            .getByRole('button', { name: /^Remove / })
            .first()
            .click();
        await page.getByRole('heading', { name: 'Your bag is empty' }).waitFor();
        const undo = page.getByRole('button', { name: 'Undo' });
        await undo.waitFor();
        expect(await page.evaluate<string>('document.activeElement.textContent')).toBe('Undo');
        await page.keyboard.press('Enter');
        await page.getByRole('button', { name: /^Remove / }).waitFor();
        expect(minorUnits((await readTotals(page))['Items'])).toBe(2 * one);
        expect(await undo.count()).toBe(0);
    });
});

describe.each([390, 1280])('the drawer beside the page, at %i px,', width => {
    it('opens with what was added, changes it, takes it out and puts it back', async () => {
        const page = await browser.newPage({ width });
        await openSomethingToBuy(page, 'en-gb', 'price-asc');
        const drawer = await addAndLook(page);
        await drawer.getByText('Added to your bag').waitFor();
        const sum = async () => minorUnits((await drawer.getByTestId('drawer-sum').textContent()) ?? '');
        const one = await sum();

        await drawer.getByRole('button', { name: /^One more of/ }).click();
        await drawer.locator('output').getByText('2').waitFor();
        await expect.poll(sum).toBe(2 * one);
        await drawer.getByRole('button', { name: /^Remove / }).click();
        await drawer.getByText('Your bag is empty').waitFor();
        expect(await page.locator(':focus').textContent()).toBe('Undo');
        await page.keyboard.press('Enter');
        await drawer.locator('output').getByText('2').waitFor();

        await page.keyboard.press('Escape');
        await drawer.waitFor({ state: 'detached' });
        const inHeader = page.getByRole('link', { name: 'Bag, 2 items' });
        await inHeader.click();
        await drawer.waitFor();
        await drawer.getByRole('button', { name: 'Close' }).click();
        await drawer.waitFor({ state: 'detached' });
        expect(await page.locator(':focus').getAttribute('aria-label')).toBe('Bag, 2 items');
        await inHeader.click();
        await drawer.getByRole('link', { name: 'View bag' }).click();
        await page.waitForURL(/\/cart$/);
        await drawer.waitFor({ state: 'detached' });
        expect(await layoutShift(page)).toBe(0);
    });
});

describe('the drawer', () => {
    it('takes back what the server refuses, and says why', async () => {
        const page = await browser.newPage();
        await openSomethingToBuy(page, 'en-us', 'price-asc');
        const letGo = await reserveAllBut(1, await page.locator('input[name=variantId]').inputValue());
        try {
            const drawer = await addAndLook(page);
            await drawer.getByRole('button', { name: /^One more of/ }).click();
            await drawer.getByRole('alert').getByText('Only 1 is available.').waitFor();
            await drawer.locator('output').getByText('1', { exact: true }).waitFor();
        } finally {
            await letGo();
        }
    });

    it('does not call the bag empty while nobody can tell what is in it', async () => {
        const page = await browser.newPage({ width: 390 });
        await addSomethingToCart(page, 'en-gb', 'price-asc');
        const drawer = page.getByRole('dialog');
        await whileShopApiIsAway(async () => {
            await page.goto('/en-gb/search', { waitUntil: 'networkidle' });
            expect(await page.getByRole('link', { name: 'Bag, empty' }).count()).toBe(0);
            await page.getByRole('link', { name: 'Your bag can’t be shown just now' }).click();
            await drawer.getByText('Your bag can’t be shown just now').waitFor();
            await drawer.getByText('Nothing was lost').waitFor();
            expect(await drawer.getByText('Your bag is empty').count()).toBe(0);
            expect(await violations(page)).toEqual([]);
        });
        await page.goto('/en-gb/search', { waitUntil: 'networkidle' });
        await page.getByRole('link', { name: 'Bag, 1 item' }).click();
        await drawer.getByRole('button', { name: /^One more of/ }).waitFor();
    });

    it('is the cart’s page where there are no scripts', async () => {
        const page = await browser.newPage({ javaScriptEnabled: false });
        await page.goto('/en-us');
        await page.getByRole('link', { name: 'Bag, empty' }).click();
        await page.waitForURL(/\/cart$/);
    });
});
