import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { useBrowser } from './support/browser';
import { offerPaymentMethod } from './support/payment-methods';
import { confirmedOrder, minorUnits, pay, reachPayment, readTotals } from './support/shopping';

const browser = useBrowser();

beforeAll(() => offerPaymentMethod('paypal'));

/** @returns What PayPal's page asks for. */
async function goToPayPal(page: Page): Promise<string> {
    await page.locator('input[name=paymentMethodCode][value=paypal]').check();
    await page.getByText('The button leads to').waitFor();
    await page.getByRole('button', { name: 'Order and pay', exact: true }).click();
    await page.waitForURL(/\/checkoutnow\?/);
    return (await page.getByRole('heading').textContent()) ?? '';
}

describe('paying with PayPal', () => {
    it('leads to PayPal with the total that the shop showed, and back to the confirmation', async () => {
        const page = await browser.newPage({ width: 390 });
        await reachPayment(page);
        const total = minorUnits((await readTotals(page))['Total']);
        const asked = await goToPayPal(page);
        expect(asked).toMatch(/ USD$/);
        expect(minorUnits(asked)).toBe(total);
        await page.getByRole('link', { name: 'Pay now' }).click();
        expect(await confirmedOrder(page)).not.toBe('');
    });

    it('lets who cancels there pay another way', async () => {
        const page = await browser.newPage();
        await reachPayment(page);
        await goToPayPal(page);
        await page.getByRole('link', { name: 'Cancel' }).click();
        await page.getByRole('heading', { name: 'Your bank is waiting for you' }).waitFor();
        await page.getByRole('link', { name: 'Choose how to pay' }).click();
        expect(await pay(page)).not.toBe('');
    });
});
