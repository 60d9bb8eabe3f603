import type { Page } from 'playwright-core';
import { linkIn, waitForMail } from './mailbox';

export const password = 'correct horse battery';

/** Registers, confirms by mail, and ends on the account's page. @returns The welcome message. */
export async function makeAccount(page: Page, email: string): Promise<{ subject: string }> {
    await page.goto('/en-gb/register');
    await page.locator('input[name=firstName]').fill('Alan');
    await page.locator('input[name=lastName]').fill('Example');
    await page.locator('input[name=emailAddress]').fill(email);
    await page.getByRole('button', { name: 'Create account' }).click();
    const welcome = await waitForMail(email);
    await page.goto(linkIn(welcome.html, '/verify?token='));
    await confirmAccount(page);
    return welcome;
}

/** Where the link of the welcome message led: chooses a password, and ends on the account's page. */
export async function confirmAccount(page: Page): Promise<void> {
    await page.locator('input[name=password]').fill(password);
    await page.getByRole('button', { name: 'Confirm and sign in' }).click();
    await page.waitForURL(/\/account$/);
}
