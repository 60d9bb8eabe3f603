import type { Page } from 'playwright-core';
import { type BookedPayment, SandboxControl } from '../../support/sandbox-control';

/** Numbers that the test provider's page knows. */
export const testCards = {
    accepted: '4242424242424242',
    declined: '4000000000000002',
    asksForConfirmation: '4000000000003220',
} as const;

/** The test provider behind the shop: its books, and what goes wrong at it. */
export const testBank = new SandboxControl(
    process.env.EFI_SANDBOX_URL ?? 'http://localhost:3030',
    process.env.EFI_SANDBOX_API_KEY ?? 'demo-mode-only-sandbox-key',
);

/** What the provider has booked for an order. */
export async function bookedFor(orderCode: string): Promise<readonly BookedPayment[]> {
    const { payments } = await testBank.books();
    return payments.filter(payment => payment.description === orderCode);
}

/** From the payment step to the provider's page, and through its form. */
export async function enterCardAtTestBank(page: Page, number: string): Promise<void> {
    await goToTestBank(page);
    await submitCard(page, number);
}

/** Fills in the provider's form, on its page, and sends it. */
export async function submitCard(page: Page, number: string): Promise<void> {
    // A digit at a time, as people type.
    await page.locator('input[name=number]').pressSequentially(number.replace(/(\d{4})(?=\d)/g, '$1 '));
    await page.locator('input[name=expiry]').fill('12 / 34');
    await page.locator('input[name=code]').fill('737');
    await page.locator('form button').click();
}

export async function goToTestBank(page: Page): Promise<void> {
    await page.locator('button[name=way][value=hosted-page]').click();
    await page.waitForURL(/\/tokenise\?/);
}
