import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useBrowser } from './support/browser';

const browser = useBrowser();

/** The field in the header, once its scripts are there: before that it is a plain one. */
async function searchField(page: Page, path = '/en-us') {
    await page.goto(path, { waitUntil: 'networkidle' });
    return page.getByRole('combobox', { name: 'Search products' }).first();
}

function options(page: Page) {
    return page.getByRole('listbox', { name: 'Suggestions' }).getByRole('option');
}

describe('while one types', () => {
    it('the keyboard goes through what is suggested, and Enter leads there', async () => {
        const page = await browser.newPage();
        const field = await searchField(page);
        await field.pressSequentially('came', { delay: 20 });
        await options(page).first().waitFor();
        expect(await field.getAttribute('aria-expanded')).toBe('true');
        expect(await page.getByRole('status').filter({ hasText: 'suggestions' }).count()).toBe(1);
        await field.press('ArrowDown');
        const chosen = await field.getAttribute('aria-activedescendant');
        expect(await page.locator(`#${chosen}`).getAttribute('aria-selected')).toBe('true');
        expect(await page.locator(`#${chosen}`).innerText()).toContain('Cameras');
        await field.press('ArrowUp');
        expect(await field.getAttribute('aria-activedescendant')).toBeNull();
        await field.press('ArrowDown');
        await field.press('Enter');
        await page.waitForURL('**/en-us/collections/cameras');
        expect(await options(page).count()).toBe(0);
    });

    it('Escape closes the list and keeps what was typed', async () => {
        const page = await browser.newPage();
        const field = await searchField(page);
        await field.pressSequentially('came');
        await options(page).first().waitFor();
        await field.press('Escape');
        expect(await options(page).count()).toBe(0);
        expect(await field.inputValue()).toBe('came');
        await field.press('Enter');
        await page.waitForURL('**/en-us/search?q=came');
    });

    it('a finger chooses on a phone, in the menu, which closes with it', async () => {
        const page = await browser.newPage({ width: 390 });
        await page.goto('/en-us', { waitUntil: 'networkidle' });
        await page.getByRole('button', { name: 'Menu' }).click();
        await page.getByRole('dialog').getByRole('combobox').pressSequentially('camra');
        await options(page).filter({ hasText: 'Did you mean “camera”?' }).click();
        await page.waitForURL('**/en-us/search?q=camera');
        await page.getByRole('dialog').waitFor({ state: 'hidden' });
    });

    it('only the last question is answered, and the search works when none is', async () => {
        const page = await browser.newPage();
        const asked: string[] = [];
        await page.route('**/en-us/suggestions?*', route => {
            asked.push(new URL(route.request().url()).searchParams.get('q') ?? '');
            return route.fulfill({ status: 503 });
        });
        const field = await searchField(page);
        await field.pressSequentially('camera', { delay: 15 });
        await expect.poll(() => asked).toEqual(['camera']);
        expect(await options(page).count()).toBe(0);
        await field.press('Enter');
        await page.getByRole('heading', { name: 'Results for “camera”' }).waitFor();
    });

    it('a browser without scripts searches by the plain form', async () => {
        const page = await browser.newPage({ javaScriptEnabled: false });
        await page.goto('/de-de');
        await page.getByRole('combobox').first().fill('kamera');
        await page.keyboard.press('Enter');
        await page.getByRole('heading', { name: 'Ergebnisse für „kamera“' }).waitFor();
    });
});

it('what is suggested is the same for everybody and may be kept', async () => {
    const answer = await fetch(`${process.env.EFI_SHOP_URL}/en-us/suggestions?q=camera`, {
        headers: { cookie: 'efi_consent=1~analytics; efi_session=mine' },
    });
    expect(answer.headers.get('cache-control')).toBe('public, max-age=60');
    expect(answer.headers.get('set-cookie')).toBeNull();
    expect(await answer.text()).not.toMatch(/price|stock/i);
    const tooLong = await fetch(`${process.env.EFI_SHOP_URL}/en-us/suggestions?q=${'x'.repeat(101)}`);
    expect([tooLong.status, tooLong.headers.get('cache-control')]).toEqual([400, 'no-store']);
});

describe('a list', () => {
    it('says what it shows instead of what is spelt wrong, and takes no for an answer', async () => {
        const page = await browser.newPage();
        await page.goto('/en-us/search?q=camra');
        await page.getByText('Showing results for “camera” instead of “camra”.').waitFor();
        expect(await page.getByRole('article').count()).toBeGreaterThan(0);
        await page.getByRole('link', { name: 'Search for “camra” all the same' }).click();
        await page.getByRole('heading', { name: 'Nothing found for “camra”' }).waitFor();
        await page.getByRole('main').getByRole('link', { name: 'Electronics' }).waitFor();
        expect(await page.getByRole('article').count()).toBe(0);
    });

    it.each([true, false])(
        'keeps a range of prices in its address, with scripts: %s',
        async javaScriptEnabled => {
            const page = await browser.newPage({ javaScriptEnabled });
            await page.goto('/en-gb/search?q=camera&sort=price-asc', { waitUntil: 'networkidle' });
            const all = await page.getByRole('article').count();
            await page.getByLabel('From (GBP)').first().fill('100');
            await page.getByLabel('To (GBP)').first().fill('400,00');
            await page.getByRole('button', { name: 'Apply' }).first().click();
            await page.waitForURL(/\/en-gb\/search\?q=camera&sort=price-asc&min=100&max=400/);
            const shown = page.getByRole('article').locator('p:has-text("£")');
            await expect.poll(() => page.getByRole('article').count()).toBeLessThan(all);
            const amounts = (await shown.allInnerTexts()).map(text =>
                Number(/[\d,.]+/.exec(text)?.[0].replace(',', '')),
            );
            expect(amounts.length).toBeGreaterThan(0);
            expect(amounts.filter(amount => amount < 100 || amount > 400)).toEqual([]);
            await page.getByRole('link', { name: 'Any price' }).first().click();
            await expect.poll(() => page.getByRole('article').count()).toBe(all);
        },
    );

    it('is at the place where it was left when one comes back', async () => {
        const page = await browser.newPage({ width: 390 });
        await page.goto('/en-us/search?sort=name', { waitUntil: 'networkidle' });
        const product = page.getByRole('article').nth(15).getByRole('link');
        await product.scrollIntoViewIfNeeded();
        const left = await page.evaluate<number>('window.scrollY');
        expect(left).toBeGreaterThan(1_000);
        await product.click();
        await page.waitForURL('**/products/**');
        await page
            .getByRole('button', { name: 'Add to bag' })
            .or(page.getByText('Sold out'))
            .first()
            .waitFor();
        await page.goBack();
        await page.waitForURL('**/search?sort=name');
        await expect
            .poll(async () => Math.abs((await page.evaluate<number>('window.scrollY')) - left))
            .toBeLessThan(60);
    });
});
