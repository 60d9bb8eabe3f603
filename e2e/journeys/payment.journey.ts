import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { useBrowser } from './support/browser';
import { confirmedOrder, minorUnits, pay, reachPayment, readTotals } from './support/shopping';
import { bookedFor, enterCardAtTestBank, goToTestBank, testBank, testCards } from './support/test-bank';

const browser = useBrowser();

afterEach(() => testBank.setFaults([]));

describe('paying on the provider’s page', () => {
    it('takes the total that the shop showed, once', async () => {
        const page = await browser.newPage({ width: 390 });
        await reachPayment(page);
        const total = minorUnits((await readTotals(page))['Total']);
        await enterCardAtTestBank(page, testCards.accepted);
        const code = await confirmedOrder(page);
        const [payment, ...others] = await bookedFor(code);
        expect(others).toEqual([]);
        expect(payment).toMatchObject({ amount: total, currency: 'USD', status: 'captured' });
        expect(payment?.movements.map(({ kind, amount }) => [kind, amount])).toEqual([
            ['authorised', total],
            ['captured', total],
        ]);
    });

    it('keeps everything when a card is declined, and takes another one', async () => {
        const page = await browser.newPage();
        await reachPayment(page);
        await enterCardAtTestBank(page, testCards.declined);
        await page.getByText('The payment was declined. You have not been charged').waitFor();
        await page.getByRole('link', { name: 'Choose how to pay' }).click();
        await page.waitForURL(/\/checkout\?step=payment/);
        expect(await page.locator('main').textContent()).toContain('1 Main Street');
        await enterCardAtTestBank(page, testCards.accepted);
        const code = await confirmedOrder(page);
        const statuses = (await bookedFor(code)).map(({ status }) => status);
        expect(statuses.sort()).toEqual(['captured', 'declined']);
    });

    it('asks the bank where the card wants it, and believes its no', async () => {
        const page = await browser.newPage();
        await reachPayment(page);
        await enterCardAtTestBank(page, testCards.asksForConfirmation);
        await page.getByRole('button', { name: 'Refuse' }).click();
        await page.getByText('You have not been charged').waitFor();
        await page.getByRole('link', { name: 'Choose how to pay' }).click();
        await enterCardAtTestBank(page, testCards.asksForConfirmation);
        await page.getByRole('button', { name: 'Confirm payment' }).click();
        const code = await confirmedOrder(page);
        expect((await bookedFor(code)).filter(({ status }) => status === 'captured')).toHaveLength(1);
    });

    it('charges nobody who comes back without having paid', async () => {
        const page = await browser.newPage();
        await reachPayment(page);
        await goToTestBank(page);
        await page.getByRole('link', { name: 'Back to the shop' }).click();
        await page.waitForURL(/\/checkout\?step=payment/);
        await goToTestBank(page);
        await page.goBack();
        await page.waitForURL(/\/checkout\?step=payment/);
        const code = await pay(page);
        expect(await bookedFor(code)).toHaveLength(1);
    });
});

describe('whatever the shopper does', () => {
    it('pays once when the button is pressed twice', async () => {
        const page = await browser.newPage();
        await reachPayment(page);
        await page.locator('button[name=way][value=test-card]').dblclick();
        const code = await confirmedOrder(page);
        expect(await bookedFor(code)).toHaveLength(1);
    });

    it('pays once when two tabs pay at the same time', async () => {
        const page = await browser.newPage();
        const address = await reachPayment(page);
        const other = await page.context().newPage();
        await other.goto(address);
        await Promise.all([page, other].map(tab => tab.locator('button[value=test-card]').click()));
        const codes = await Promise.all([confirmedOrder(page), confirmedOrder(other)]);
        expect(codes[0]).toBe(codes[1]);
        expect(await bookedFor(codes[0])).toHaveLength(1);
    });

    it('shows the order in a second tab that pays what the first has paid', async () => {
        const page = await browser.newPage();
        const address = await reachPayment(page);
        const other = await page.context().newPage();
        await other.goto(address);
        const code = await pay(page);
        await other.locator('button[value=test-card]').click();
        await other.waitForURL(new RegExp(`/orders/${code}`));
        expect(await bookedFor(code)).toHaveLength(1);
    });

    it('shows it too in a tab that paid before it could know of the other', async () => {
        const page = await browser.newPage();
        const address = await reachPayment(page);
        const other = await page.context().newPage();
        await other.goto(address);
        const before = await page.context().cookies();
        const code = await pay(page);
        await page.context().clearCookies();
        await page.context().addCookies(before);
        await other.locator('button[value=test-card]').click();
        expect(await confirmedOrder(other)).toBe(code);
        expect(await bookedFor(code)).toHaveLength(1);
    });

    it('asks again when the cart has changed in another tab', async () => {
        const page = await browser.newPage();
        const address = await reachPayment(page);
        const other = await page.context().newPage();
        await other.goto('/en-us/cart');
        await other.getByRole('button', { name: /^One more of/ }).click();
        await other.getByText(/each$/).waitFor();
        await page.locator('button[value=test-card]').click();
        await page.getByText('Your order has changed since you saw this page').waitFor();
        await page.goto(address);
        const total = minorUnits((await readTotals(page))['Total']);
        const code = await pay(page);
        expect((await bookedFor(code)).map(({ amount }) => amount)).toEqual([total]);
    });

    it('goes on at the bank after a visit to the shop', async () => {
        const page = await browser.newPage();
        const address = await reachPayment(page);
        await enterCardAtTestBank(page, testCards.asksForConfirmation);
        await page.getByRole('button', { name: 'Confirm payment' }).waitFor();
        await page.goto(address);
        await page.getByRole('link', { name: 'See how it stands' }).click();
        await page.getByRole('heading', { name: 'Your bank is waiting for you' }).waitFor();
        await page.getByRole('link', { name: 'Continue at your bank' }).click();
        await page.getByRole('button', { name: 'Confirm payment' }).click();
        const code = await confirmedOrder(page);
        expect(await bookedFor(code)).toHaveLength(1);
    });
});

describe('a shopper whose session ended while they were at the bank', () => {
    it('gets the order, without a second payment', async () => {
        const page = await browser.newPage();
        await reachPayment(page);
        await enterCardAtTestBank(page, testCards.asksForConfirmation);
        await page.getByRole('button', { name: 'Confirm payment' }).waitFor();
        await page.context().clearCookies({ name: 'efi_session' });
        await page.getByRole('button', { name: 'Confirm payment' }).click();
        const code = await confirmedOrder(page);
        expect((await bookedFor(code)).map(({ status }) => status)).toEqual(['captured']);
    });
});

describe('a provider that gives no answer', () => {
    it('is asked until it does, while the shopper may reload, look elsewhere and leave', async () => {
        const page = await browser.newPage();
        const address = await reachPayment(page);
        await testBank.setFaults([
            { kind: 'timeout_after', operation: 'create', times: 9 },
            { kind: 'down', operation: 'read' },
        ]);
        await page.locator('button[value=test-card]').click();
        await page
            .getByRole('heading', { name: 'We are checking with your bank' })
            .waitFor({ timeout: 60_000 });
        await page.reload();
        await page.getByRole('link', { name: 'Check now' }).waitFor();

        const other = await page.context().newPage();
        await other.goto(address);
        await other.getByRole('heading', { name: 'We are checking with your bank' }).waitFor();
        await other.goto('/en-us/cart');
        await other.getByRole('button', { name: /^One more of/ }).click();
        await other.getByText('A payment for this order is under way').waitFor();

        await testBank.setFaults([]);
        const code = await confirmedOrder(page, 90_000);
        expect((await bookedFor(code)).map(({ status }) => status)).toEqual(['captured']);
    });

    it('leaves a page that works without JavaScript and without a session', async () => {
        // The silence before opened the provider's circuit, which stays open for ten seconds.
        await sleep(12_000);
        const page = await browser.newPage();
        await reachPayment(page);
        await enterCardAtTestBank(page, testCards.asksForConfirmation);
        await page.getByRole('button', { name: 'Confirm payment' }).waitFor();
        const [payment] = (await testBank.books()).payments.slice(-1);
        const plain = await browser.newPage({ javaScriptEnabled: false });
        await plain.goto(`/en-us/checkout/payment/${payment?.intent}`);
        await plain.getByRole('heading', { name: 'Your bank is waiting for you' }).waitFor();
        await plain.getByRole('link', { name: 'Check now' }).click();
        await plain.getByRole('heading', { name: 'Your bank is waiting for you' }).waitFor();
        await page.getByRole('button', { name: 'Confirm payment' }).click();
        const code = await confirmedOrder(page);
        await plain.getByRole('link', { name: 'Check now' }).click();
        await plain.getByText(`Order ${code} is placed.`).waitFor();
    });
});
