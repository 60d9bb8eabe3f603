import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { Merchant } from '../support/merchant';
import { serverUrl, useBrowser } from './support/browser';
import { heldPayment } from './support/held-payment';
import { pay, reachPayment } from './support/shopping';
import { bookedFor, testBank } from './support/test-bank';

const browser = useBrowser();

afterEach(() => testBank.setFaults([]));

interface Attempt {
    readonly id: string;
    readonly orderCode: string;
    readonly state: string;
    readonly money: { readonly value: number; readonly currencyCode: string };
}

async function signIn(): Promise<Page> {
    const page = await browser.newPage();
    await page.goto(`${serverUrl}/dashboard/login`);
    await page.locator('input[name=username]').fill('superadmin');
    await page.locator('input[name=password]').fill('superadmin');
    await page.locator('button[type=submit]').click();
    await page.waitForURL(address => !address.pathname.includes('login'));
    return page;
}

/** The payment that was begun last. */
async function newestAttempt(merchant: Merchant): Promise<Attempt> {
    const { efiPaymentIntents } = await merchant.client.run<{ efiPaymentIntents: { items: Attempt[] } }>(
        `{ efiPaymentIntents(options: { take: 1, sort: { createdAt: DESC } }) {
            items { id orderCode state money { value currencyCode } } } }`,
    );
    const [newest] = efiPaymentIntents.items;
    if (!newest) {
        throw new Error('Nobody has tried to pay.');
    }
    return newest;
}

/** A payment that the provider has with another amount than the shopper agreed to. @returns Its order's code. */
async function quarantinedPayment(): Promise<string> {
    const merchant = await Merchant.signIn(`${serverUrl}/admin-api`);
    const shopper = await browser.newPage();
    await reachPayment(shopper);
    await testBank.setFaults([{ kind: 'down', operation: 'create' }]);
    await shopper.locator('button[name=way][value=test-card]').click();
    await shopper
        .getByRole('heading', { name: 'We are checking with your bank' })
        .waitFor({ timeout: 60_000 });
    const { id: intent, orderCode: description, money } = await newestAttempt(merchant);
    await testBank.setFaults([]);
    const { value, currencyCode: currency } = money;
    await testBank.charge({ intent, description, amount: value + 100, currency });
    await expect
        .poll(async () => (await newestAttempt(merchant)).state, { timeout: 20_000 })
        .toBe('quarantined');
    return description;
}

describe('payments in the Dashboard', () => {
    it('show what became of a purchase’s money, to the last movement', async () => {
        const shopper = await browser.newPage();
        await reachPayment(shopper);
        const code = await pay(shopper);
        const [booked] = await bookedFor(code);
        const page = await signIn();
        await page.goto(`${serverUrl}/dashboard/payments`);
        const row = page.getByRole('row').filter({ hasText: code });
        await row.getByText('In the order').waitFor();
        await row.getByRole('button').first().click();
        await page.getByRole('heading', { name: `Payment of ${code}` }).waitFor();
        for (const { id } of booked?.movements ?? []) {
            await page.getByRole('row').filter({ hasText: id }).waitFor();
        }
        await page.getByRole('link', { name: code }).click();
        await page.getByText('Payment ledger').waitFor();
        for (const { id } of booked?.movements ?? []) {
            await page.getByRole('row').filter({ hasText: id }).waitFor();
        }
    });

    it('leave the quarantine by a decision with a reason', async () => {
        const code = await quarantinedPayment();
        const page = await signIn();
        await page.goto(`${serverUrl}/dashboard/payment-quarantine`);
        const payment = page.getByRole('article', { name: code });
        await payment.getByText('the shopper agreed to').waitFor();
        await payment.getByRole('button', { name: 'Give the money back' }).click();
        const dialog = page.getByRole('dialog');
        const confirm = dialog.getByRole('button', { name: 'Give the money back' });
        expect(await confirm.isDisabled()).toBe(true);
        await dialog.getByLabel('Reason').fill('Charged a dollar too much.');
        await confirm.click();
        await payment.waitFor({ state: 'detached' });
        await expect
            .poll(async () => (await bookedFor(code)).map(({ status }) => status), { timeout: 20_000 })
            .toEqual(['voided']);
        await page.goto(`${serverUrl}/dashboard/payments`);
        await page.getByRole('row').filter({ hasText: code }).getByText('Voided').waitFor();
    });

    it('are captured in parts, and never beyond what is held', async () => {
        const merchant = await Merchant.signIn(`${serverUrl}/admin-api`);
        const { intentId, orderCode } = await heldPayment(merchant);
        const page = await signIn();
        await page.goto(`${serverUrl}/dashboard/payments/${intentId}`);
        await page.getByRole('button', { name: 'Capture…' }).click();
        const dialog = page.getByRole('dialog');
        const amount = dialog.getByRole('spinbutton');
        const confirm = dialog.getByRole('button', { name: /^Capture/ });
        await amount.fill('1000000');
        await dialog.getByText('can be captured').waitFor();
        expect(await confirm.isDisabled()).toBe(true);
        await amount.fill('1.00');
        await confirm.click();
        await dialog.waitFor({ state: 'detached' });
        await page.getByRole('row').filter({ hasText: 'Captured' }).getByText('$1.00').waitFor();
        await page.getByRole('button', { name: 'Look again now' }).click();
        await page.getByText('The provider was asked.').waitFor();
        await page.reload();
        await page.getByRole('row').filter({ hasText: 'Captured' }).getByText('$1.00').waitFor();
        const [booked] = await bookedFor(orderCode);
        expect(booked?.movements.map(({ kind }) => kind)).toEqual(['authorised', 'captured']);
    });

    it('are compared with the provider’s own books on demand', async () => {
        const page = await signIn();
        await page.goto(`${serverUrl}/dashboard/payment-reconciliation`);
        await page.getByLabel('Provider').selectOption('sandbox');
        await page.getByRole('button', { name: 'Compare now' }).click();
        await page.getByText('Compared.').waitFor();
        await page.getByRole('row').filter({ hasText: 'sandbox' }).first().getByText('Completed').waitFor();
    });
});
