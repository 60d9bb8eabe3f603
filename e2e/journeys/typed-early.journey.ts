import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useBrowser } from './support/browser';
import { offerPaymentMethod } from './support/payment-methods';
import { openBeforeScripts } from './support/scripts';
import {
    addSomethingToCart,
    chooseDelivery,
    enterAddress,
    freshEmail,
    openSomethingToBuy,
    sendAddress,
} from './support/shopping';

const browser = useBrowser();

const field = (page: Page, name: string) => page.locator(`input[name=${name}]`);

describe.each([390, 1280])('before scripts have come, at %i px,', width => {
    it('what is typed and ticked stays', async () => {
        const page = await browser.newPage({ width });
        await addSomethingToCart(page, 'en-us');
        const arrive = await openBeforeScripts(page, '/en-us/checkout', 'input[name=emailAddress]');
        await field(page, 'emailAddress').fill('early@example.com');
        await field(page, 'city').fill('San Francisco');
        await field(page, 'isCompany').check();
        await field(page, 'company').fill('Analytical Engines');
        await arrive();
        // Which has React write the form anew.
        await field(page, 'firstName').fill('Ada');
        const isKept = async () => {
            expect(await field(page, 'emailAddress').inputValue()).toBe('early@example.com');
            expect(await field(page, 'city').inputValue()).toBe('San Francisco');
            expect(await field(page, 'isCompany').isChecked()).toBe(true);
            expect(await field(page, 'company').inputValue()).toBe('Analytical Engines');
        };
        await isKept();
        await sendAddress(page);
        await page.getByText('Please check the marked fields.').waitFor();
        await isKept();
        expect(await field(page, 'company').getAttribute('required')).toBe('');
    });

    it('how an order is sent and paid is chosen', async () => {
        await offerPaymentMethod('paypal');
        const page = await browser.newPage({ width });
        await addSomethingToCart(page, 'en-us', 'price-asc');
        await page.goto('/en-us/checkout');
        await enterAddress(page, 'us', freshEmail('early'));

        const express = page.getByRole('radio', { name: /^Express delivery/ });
        let arrive = await openBeforeScripts(
            page,
            '/en-us/checkout?step=delivery',
            'input[name=shippingMethodId]',
        );
        expect(await express.isChecked()).toBe(false);
        await express.check();
        await arrive();
        expect(await express.isChecked()).toBe(true);
        await chooseDelivery(page);
        await page.getByText('Express delivery', { exact: true }).first().waitFor();

        arrive = await openBeforeScripts(page, page.url(), 'input[name=paymentMethodCode]');
        await page.locator('button[name=way]').first().waitFor();
        await page.locator('input[name=paymentMethodCode][value=paypal]').check();
        await arrive();
        // What stands below belongs to the method that is ticked.
        await page.locator('button[name=way]').first().waitFor({ state: 'detached' });
        expect(await page.locator('input[value=paypal]').isChecked()).toBe(true);
    });

    it('a quantity is chosen', async () => {
        const page = await browser.newPage({ width });
        await openSomethingToBuy(page, 'en-gb', 'price-asc');
        const quantity = page.locator('select[name=quantity]');
        const arrive = await openBeforeScripts(page, page.url(), 'select[name=quantity]');
        await quantity.selectOption('3');
        await arrive();
        await page.locator('form:has(input[name=variantId]) button[type=submit]').click();
        await page.getByRole('dialog').locator('output').getByText('3', { exact: true }).waitFor();
    });
});
