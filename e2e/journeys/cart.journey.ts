import { describe, expect, it } from 'vitest';
import { useBrowser } from './support/browser';
import { addSomethingToCart, minorUnits, readTotals } from './support/shopping';

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
            .or(page.getByText("We don't know the code"))
            .waitFor();

        await page.locator('#coupon').fill('WELCOME10');
        await page.getByRole('button', { name: 'Apply' }).click();
        await page.getByText('Applied', { exact: true }).waitFor();
        const after = minorUnits((await readTotals(page))['Total']);
        expect(after).toBeLessThan(before);

        await page.getByRole('button', { name: 'Remove coupon WELCOME10' }).click();
        await page.getByText('Applied', { exact: true }).waitFor({ state: 'detached' });
        expect(minorUnits((await readTotals(page))['Total'])).toBe(before);
    });

    it('changes quantities and empties', async () => {
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
    });
});
