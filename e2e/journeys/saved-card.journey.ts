import { beforeAll, describe, expect, it } from 'vitest';
import { makeAccount } from './support/account';
import { useBrowser } from './support/browser';
import { chooseStripe, offerPaymentMethod, payButton } from './support/payment-methods';
import { confirmedOrder, freshEmail, reachPayment, reachPaymentSignedIn } from './support/shopping';
import { standInForStripe, toldToStripe } from './support/stripe-stand-in';

const browser = useBrowser();

beforeAll(() => offerPaymentMethod('stripe'));

const saving = 'Save this card for next time';
const savedCard = 'Visa ending in 4242';

describe('a card', () => {
    it('is saved when the customer wishes it, pays the next order, and is removed', async () => {
        const page = await browser.newPage({ width: 390 });
        await standInForStripe(page);
        await makeAccount(page, freshEmail('regular'));

        await reachPaymentSignedIn(page);
        await chooseStripe(page);
        await page.getByLabel('Test card').fill('card_visa');
        expect(await page.getByLabel(saving).isChecked()).toBe(false);
        expect((await toldToStripe(page)).options).toMatchObject({ setupFutureUsage: null });
        await page.getByLabel(saving).check();
        await expect
            .poll(async () => (await toldToStripe(page)).options)
            .toMatchObject({ setupFutureUsage: 'on_session' });
        await payButton(page).click();
        await confirmedOrder(page);

        await reachPaymentSignedIn(page);
        await chooseStripe(page);
        expect(await page.getByRole('radio', { name: savedCard }).isChecked()).toBe(true);
        expect(await page.getByLabel('Test card').count()).toBe(0);
        await page.getByRole('radio', { name: 'Another card' }).check();
        await page.getByLabel('Test card').waitFor();
        await page.getByRole('radio', { name: savedCard }).check();
        await payButton(page).click();
        await confirmedOrder(page);

        await page.goto('/en-us/account');
        await page.getByRole('button', { name: `Remove ${savedCard}` }).click();
        await page.getByRole('heading', { name: 'Saved cards' }).waitFor({ state: 'detached' });
        await reachPaymentSignedIn(page);
        await chooseStripe(page);
        await page.getByLabel('Test card').waitFor();
        expect(await page.getByRole('radio', { name: savedCard }).count()).toBe(0);
    });

    it('is not saved unasked, and never for a guest', async () => {
        const page = await browser.newPage();
        await standInForStripe(page);
        await reachPayment(page);
        await chooseStripe(page);
        await page.getByLabel('Test card').waitFor();
        expect(await page.getByLabel(saving).count()).toBe(0);

        const regular = await browser.newPage();
        await standInForStripe(regular);
        await makeAccount(regular, freshEmail('careful'));
        await reachPaymentSignedIn(regular);
        await chooseStripe(regular);
        await regular.getByLabel('Test card').fill('card_visa');
        await payButton(regular).click();
        await confirmedOrder(regular);
        await regular.goto('/en-us/account');
        await regular.getByRole('heading', { name: 'Saved addresses' }).waitFor();
        expect(await regular.getByRole('heading', { name: 'Saved cards' }).count()).toBe(0);
    });
});
