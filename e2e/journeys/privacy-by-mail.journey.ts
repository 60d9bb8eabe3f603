import { strFromU8, unzipSync } from 'fflate';
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { violations } from './support/axe';
import { useBrowser } from './support/browser';
import { linkIn, waitForMail } from './support/mailbox';
import { addSomethingToCart, chooseDelivery, enterAddress, freshEmail, pay } from './support/shopping';

const browser = useBrowser();

/** Orders as a guest. @returns the e-mail address. */
async function order(locale: 'en-us' | 'de-de', market: 'us' | 'de'): Promise<string> {
    const email = freshEmail('by-mail');
    const page = await browser.newPage();
    await addSomethingToCart(page, locale);
    await page.goto(`/${locale}/checkout`);
    await enterAddress(page, market, email);
    await chooseDelivery(page);
    await pay(page);
    return email;
}

async function ask(page: Page, path: string, email: string, kind: string): Promise<string> {
    await page.goto(path);
    await page.locator('input[name=emailAddress]').fill(email);
    await page.locator('select[name=kind]').selectOption(kind);
    await page.locator('main form button[type=submit]').click();
    const said = page.locator('main [role=status]').filter({ has: page.getByRole('heading') });
    await said.waitFor();
    return ((await said.textContent()) ?? '').replaceAll(email, '…');
}

describe('who has no account', () => {
    it('has a copy of the data by a link that works once, and says the same of an address that nobody has', async () => {
        const email = await order('en-us', 'us');
        const page = await browser.newPage({ width: 390 });
        await page.goto('/en-us');
        await page
            .getByRole('contentinfo')
            .getByRole('link', { name: 'Your data without an account' })
            .click();
        await page.waitForURL(/\/privacy-request$/);
        const nobody = await ask(page, '/en-us/privacy-request', freshEmail('nobody'), 'PORTABILITY');
        expect(await ask(page, '/en-us/privacy-request', email, 'PORTABILITY')).toBe(nobody);

        const mail = await waitForMail(email, ({ subject }) => subject.includes('confirm'));
        expect(mail.subject).toBe('Please confirm: copy of your data');
        const link = linkIn(mail.html, '/privacy-request/confirm?token=');
        await page.goto(link);
        await page.getByText('You ask for this: Copy of your data.').waitFor();
        expect(await violations(page)).toEqual([]);
        // Looking at it did nothing: the link still works.
        await page.reload();
        await page.getByRole('button', { name: 'Confirm' }).click();
        await page.waitForURL(/\/privacy-request\/follow\?token=/);
        const download = page.getByRole('link', { name: /^Download/ });
        await expect
            .poll(
                async () => {
                    await page.reload();
                    return download.count();
                },
                { timeout: 60_000, interval: 1_000 },
            )
            .toBe(1);
        expect(await page.getByTestId('request-state').textContent()).toBe('done');
        expect(await violations(page)).toEqual([]);
        const [file] = await Promise.all([page.waitForEvent('download'), download.click()]);
        const files = unzipSync(await readFile(await file.path()));
        expect(strFromU8(files['data.json'] ?? new Uint8Array())).toContain(email);

        const other = await browser.newPage();
        await other.goto(link);
        await other.getByText('This link was used already').waitFor();
        expect(await other.getByRole('button', { name: 'Confirm' }).count()).toBe(0);
    });

    it('has the data deleted in German, and takes it back with the link of the second mail', async () => {
        const email = await order('de-de', 'de');
        const page = await browser.newPage();
        await ask(page, '/de-de/privacy-request', email, 'ERASURE');
        const first = await waitForMail(email, ({ subject }) => subject.startsWith('Bitte bestätigen'));
        await page.goto(linkIn(first.html, '/privacy-request/confirm?token='));
        await page.getByRole('button', { name: 'Bestätigen' }).click();
        await page.waitForURL(/\/privacy-request\/follow\?token=/);

        const second = await waitForMail(email, ({ subject }) => subject.startsWith('Ihre Anfrage ist da'));
        const other = await browser.newPage();
        await other.goto(linkIn(second.html, '/privacy-request/follow?token='));
        await other.getByText('wird erledigt').waitFor();
        await other.getByRole('button', { name: 'Zurücknehmen' }).click();
        await other.getByText('zurückgenommen').waitFor();
        expect(await other.getByRole('button', { name: 'Zurücknehmen' }).count()).toBe(0);
    });
});
