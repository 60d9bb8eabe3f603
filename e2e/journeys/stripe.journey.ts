import { beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { useBrowser } from './support/browser';
import { chooseStripe, offerPaymentMethod, payButton } from './support/payment-methods';
import { confirmedOrder, reachPayment } from './support/shopping';
import { standInForStripe, toldToStripe } from './support/stripe-stand-in';

const browser = useBrowser();

beforeAll(() => offerPaymentMethod('stripe'));

async function openCardForm(page: Page): Promise<void> {
    await chooseStripe(page);
    await page.getByLabel('Test card').waitFor();
}

describe('paying with Stripe', () => {
    it('loads Stripe’s script when Stripe is chosen, not before, and from its own host only', async () => {
        const page = await browser.newPage();
        const asked = await standInForStripe(page);
        await reachPayment(page);
        expect(asked).toEqual([]);
        await openCardForm(page);
        expect(asked.map(address => new URL(address).host)).toEqual(['js.stripe.com']);
        const { key, options } = await toldToStripe(page);
        expect(key).toBe('pk_test_local');
        expect(options).toMatchObject({ mode: 'payment', captureMethod: 'manual', currency: 'usd' });
    });

    it('lets Stripe’s frame alone ask for a wallet’s payment, and hear from the window it opens', async () => {
        const page = await browser.newPage();
        const response = await page.goto('/en-us/cart');
        const mayPay = (origin: string) =>
            page.evaluate<boolean>(`document.featurePolicy.allowsFeature('payment', '${origin}')`);
        expect(await mayPay('https://js.stripe.com')).toBe(true);
        expect(await mayPay('https://other.example')).toBe(false);
        expect(response?.headers()['cross-origin-opener-policy']).toBe('same-origin-allow-popups');
    });

    it('pays with what Stripe’s form made of the card', async () => {
        const page = await browser.newPage({ width: 390 });
        await standInForStripe(page);
        await reachPayment(page);
        await openCardForm(page);
        const button = payButton(page);
        await button.click();
        await page.getByText('Your card number is incomplete.').waitFor();
        await page.getByLabel('Test card').fill('card_chargeDeclined');
        await button.click();
        await page.getByText('The payment was declined. You have not been charged').waitFor();
        await page.getByLabel('Test card').fill('card_visa');
        await button.click();
        expect(await confirmedOrder(page)).not.toBe('');
    });

    it('comes back from the bank that wanted to be asked', async () => {
        const page = await browser.newPage();
        await standInForStripe(page);
        await reachPayment(page);
        await openCardForm(page);
        await page.getByLabel('Test card').fill('card_authenticationRequired');
        await payButton(page).click();
        await page.getByRole('link', { name: 'Complete' }).click();
        expect(await confirmedOrder(page)).not.toBe('');
    });

    it('changes the form’s colours with the page’s', async () => {
        const page = await browser.newPage();
        await standInForStripe(page);
        await reachPayment(page);
        await openCardForm(page);
        const background = async () => {
            const { appearance } = (await toldToStripe(page)).options as {
                appearance: { variables: { colorBackground: string } };
            };
            return appearance.variables.colorBackground;
        };
        const light = await background();
        await page.emulateMedia({ colorScheme: 'dark' });
        await expect.poll(background).not.toBe(light);
    });

    it('says so when Stripe can’t be reached, and leaves the other ways to pay', async () => {
        const page = await browser.newPage();
        await page.route('https://js.stripe.com/**', route => route.abort());
        await reachPayment(page);
        await page.locator('input[name=paymentMethodCode][value=stripe]').check();
        await page.getByText('The card form is not available just now').waitFor();
        await page.locator('input[name=paymentMethodCode][value=sandbox]').check();
        await page.locator('button[value=test-card]').click();
        expect(await confirmedOrder(page)).not.toBe('');
    });
});
