import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { violations } from './support/axe';
import { useBrowser } from './support/browser';
import { expectAccessible, open, signedIn } from './support/dashboard';
import { waitForMail } from './support/mailbox';
import {
    addSomethingToCart,
    chooseDelivery,
    enterAddress,
    fillInAddress,
    freshEmail,
    pay,
    sendAddress,
} from './support/shopping';
import { makeStaff } from './support/staff';

const browser = useBrowser();

const company = (page: Page) => page.locator('input[name=company]');
const vatNumber = (page: Page) => page.locator('input[name=vatNumber]');

describe('a company', () => {
    it.each(['light', 'dark'] as const)(
        'is asked for its name and VAT number when it says that it is one, in %s colours',
        async colorScheme => {
            const page = await browser.newPage({ width: 390 });
            await page.emulateMedia({ colorScheme });
            await addSomethingToCart(page, 'de-de', 'price-asc');
            await page.goto('/de-de/checkout', { waitUntil: 'networkidle' });
            expect(await company(page).isVisible()).toBe(false);
            await page.getByLabel('Ich kaufe für eine Firma').check();
            await vatNumber(page).waitFor();
            expect(await violations(page)).toEqual([]);
            await sendAddress(page);
            await page.locator('#company-error').waitFor();
            expect(await violations(page)).toEqual([]);
        },
    );

    it('learns at the field what is wrong with its number, and finds the right one on order, mail and after a reload, as staff do', async () => {
        const email = freshEmail('company');
        const page = await browser.newPage();
        await addSomethingToCart(page, 'de-de', 'price-asc');
        await page.goto('/de-de/checkout', { waitUntil: 'networkidle' });
        await page.getByLabel('Ich kaufe für eine Firma').check();
        await company(page).fill('Lindenwerk GmbH');
        await vatNumber(page).fill('DE 136 695 967');
        await fillInAddress(page, 'de', email);
        await sendAddress(page);
        const problem = page.locator('#vatNumber-error');
        expect(await problem.textContent()).toContain('Prüfziffern');
        expect(await vatNumber(page).getAttribute('aria-invalid')).toBe('true');
        expect(await vatNumber(page).getAttribute('aria-describedby')).toContain('vatNumber-error');
        expect(await page.evaluate('document.activeElement.name')).toBe('vatNumber');
        expect(await vatNumber(page).inputValue()).toBe('DE 136 695 967');
        expect(await violations(page)).toEqual([]);

        await vatNumber(page).fill('de 136.695.976');
        await sendAddress(page);
        await page.waitForURL(/step=delivery/);
        expect(await page.locator('main').innerText()).toContain('USt-IdNr. DE136695976');
        await page.goto('/de-de/checkout?step=address', { waitUntil: 'networkidle' });
        expect(await company(page).inputValue()).toBe('Lindenwerk GmbH');
        expect(await vatNumber(page).inputValue()).toBe('DE136695976');
        await sendAddress(page);
        await page.waitForURL(/step=delivery/);
        await chooseDelivery(page);
        const code = await pay(page);

        const confirmation = await page.locator('main').innerText();
        expect(confirmation).toContain('Lindenwerk GmbH');
        expect(confirmation).toContain('DE136695976');
        const { html } = await waitForMail(email);
        expect(html).toContain(code);
        expect(html).toContain('DE136695976');

        const staff = await signedIn(browser, await makeStaff());
        await open(staff, 'orders', 'Orders');
        await staff.getByText(code, { exact: true }).click();
        await staff.getByTestId('vat-number').getByText('DE136695976').waitFor();
        await expectAccessible(staff, '[data-testid=vat-number]');
    });

    it('takes it back, and the number goes from the order', async () => {
        const page = await browser.newPage();
        await addSomethingToCart(page, 'en-us', 'price-asc');
        await page.goto('/en-us/checkout', { waitUntil: 'networkidle' });
        const isCompany = page.getByLabel('I am buying for a company');
        await isCompany.check();
        await company(page).fill('Engines Ltd');
        await vatNumber(page).fill('FR40303265045');
        await enterAddress(page, 'us', freshEmail('company'));
        await page.goto('/en-us/checkout?step=address', { waitUntil: 'networkidle' });
        expect(await isCompany.isChecked()).toBe(true);
        await isCompany.uncheck();
        await sendAddress(page);
        await page.waitForURL(/step=delivery/);
        const summary = await page.locator('main').innerText();
        expect(summary).not.toContain('FR40303265045');
        expect(summary).not.toContain('Engines Ltd');
    });

    it('can say so in a browser without scripts', async () => {
        const buyer = await browser.newPage();
        await addSomethingToCart(buyer, 'en-us', 'price-asc');
        const page = await browser.newPage({ javaScriptEnabled: false });
        await page.context().addCookies(await buyer.context().cookies());
        await page.goto('/en-us/checkout');
        expect(await company(page).isVisible()).toBe(false);
        await page.getByLabel('I am buying for a company').check();
        expect(await company(page).isVisible()).toBe(true);
        expect(await vatNumber(page).isVisible()).toBe(true);
    });
});
