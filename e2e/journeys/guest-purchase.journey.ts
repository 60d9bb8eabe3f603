import { describe, expect, it } from 'vitest';
import { useBrowser } from './support/browser';
import { linkIn, waitForMail } from './support/mailbox';
import {
    addSomethingToCart,
    chooseDelivery,
    enterAddress,
    freshEmail,
    minorUnits,
    pay,
    readTotals,
} from './support/shopping';

const browser = useBrowser();

describe('a guest', () => {
    it('buys in the United States, where tax is added at checkout', async () => {
        const email = freshEmail('us-guest');
        const page = await browser.newPage();
        await addSomethingToCart(page, 'en-us');
        await page.goto('/en-us/cart');
        expect(await page.locator('main').textContent()).toContain('Calculated for your address');

        await page.goto('/en-us/checkout');
        await enterAddress(page, 'us', email);
        await chooseDelivery(page);
        const before = await readTotals(page);
        const items = minorUnits(before['Items']);
        const tax = minorUnits(before['Sales tax']);
        const discounts = Object.entries(before)
            .filter(([name]) => !['Items', 'Delivery', 'Sales tax', 'Total'].includes(name))
            .reduce((sum, [, amount]) => sum + minorUnits(amount), 0);
        expect(items).toBeGreaterThan(0);
        expect(tax).toBeGreaterThan(0);
        expect(items + discounts + minorUnits(before['Delivery']) + tax).toBe(minorUnits(before['Total']));

        const code = await pay(page);
        expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Thank you, Ada.');
        expect(minorUnits((await readTotals(page))['Total'])).toBe(minorUnits(before['Total']));
        const mail = await waitForMail(email);
        expect(mail.html).toContain(code);
        expect(linkIn(mail.html, '/en-us/orders/')).toContain(code);
    });

    it('buys in Germany, where tax is in every price, and gets a mail in German', async () => {
        const email = freshEmail('de-guest');
        // With the question about consent standing there, unanswered.
        const page = await browser.newPage({ width: 390, consent: 'undecided' });
        await addSomethingToCart(page, 'de-de');
        const shown = minorUnits((await page.getByTestId('price').textContent()) ?? '');
        await page.goto('/de-de/checkout');
        await enterAddress(page, 'de', email);
        await page.reload();
        await chooseDelivery(page);
        const before = await readTotals(page);
        expect(minorUnits(before['Artikel'])).toBe(shown);
        const total = minorUnits(before['Gesamt']);
        const contained = minorUnits(before['davon MwSt.']);
        // 19 % on most goods, 7 % on plants.
        expect(contained / (total - contained)).toBeGreaterThan(0.069);
        expect(contained / (total - contained)).toBeLessThan(0.1901);

        const code = await pay(page);
        expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Vielen Dank, Ada.');
        const mail = await waitForMail(email);
        expect(mail.html).toContain(code);
        expect(linkIn(mail.html, '/de-de/orders/')).toContain(code);
    });

    it('finds the order again with its number and e-mail, only with both, and withdraws', async () => {
        const email = freshEmail('finder');
        const buyer = await browser.newPage();
        await addSomethingToCart(buyer, 'en-us');
        await buyer.goto('/en-us/checkout');
        await enterAddress(buyer, 'us', email);
        await chooseDelivery(buyer);
        const code = await pay(buyer);

        const other = await browser.newPage();
        await other.goto(`/en-us/orders/${code}`);
        await other.waitForURL(/\/orders\?code=/);
        await other.locator('input[name=emailAddress]').fill('somebody@example.com');
        await other.getByRole('button', { name: 'Find order' }).click();
        await other.getByText('We found no order').waitFor();
        await other.locator('input[name=emailAddress]').fill(email.toUpperCase());
        await other.getByRole('button', { name: 'Find order' }).click();
        await other.waitForURL(new RegExp(`/orders/${code}$`));
        expect(await other.getByTestId('order-code').textContent()).toBe(code);

        await other.getByRole('main').getByRole('link', { name: 'Withdraw from contract here' }).click();
        await other.waitForURL(/\/withdraw/);
        expect(await other.locator('input[name=orderCode]').inputValue()).toBe(code);
        expect(await other.locator('input[name=name]').inputValue()).toBe('Ada Example');
        await other.getByRole('button', { name: 'Confirm withdrawal' }).click();
        await other.getByRole('heading', { name: 'Your withdrawal has arrived' }).waitFor();
        const receipt = await waitForMail(email, mail => mail.subject.includes('withdrawal'));
        expect(receipt.html).toContain('all goods of the order');
        await other.goto(`/en-us/orders/${code}`);
        await other.getByText('Your withdrawal arrived').waitFor();
    });
});
