import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { seriousViolations } from './support/axe';
import { serverUrl, useBrowser } from './support/browser';
import { useShopDatabase } from './support/shop-database';
import { makeStaff, sendSignIn, untilSignedIn } from './support/staff';

const browser = useBrowser();
const sql = useShopDatabase();

/** What is ours of a page, without the Dashboard's frame. */
const CONTENT = 'main [class*="container/layout"]';

async function expectAccessible(page: Page, within: string): Promise<void> {
    for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        expect(await seriousViolations(page, within)).toEqual([]);
    }
}

it('a member of the staff looks up who did what, down to what changed, and takes it along', async () => {
    const name = await makeStaff();
    const page = await browser.newPage();
    await page.goto(`${serverUrl}/dashboard/login`);
    await sendSignIn(page, name);
    await untilSignedIn(page);

    await page.goto(`${serverUrl}/dashboard/audit-trail?action=createAdministrator`);
    await page.getByRole('heading', { level: 1, name: 'Audit trail' }).waitFor();
    await page.getByText('State of the chain').waitFor();
    await page.getByRole('button', { name: 'createAdministrator' }).first().waitFor();
    await expectAccessible(page, CONTENT);
    await page.getByRole('button', { name: 'createAdministrator' }).first().click();
    await page.getByRole('dialog').getByText('What changed').waitFor();
    await page.getByRole('dialog').getByText('firstName', { exact: true }).waitFor();
    expect(await page.getByRole('dialog').innerText()).not.toContain(name);
    await expectAccessible(page, '[role=dialog]');
    await page.keyboard.press('Escape');

    const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: 'Download these as CSV' }).click(),
    ]);
    const lines = (await readFile(await download.path(), 'utf8')).trimEnd().split('\r\n').slice(1);
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.every(line => line.includes(',createAdministrator,'))).toBe(true);

    await page.getByLabel('What was done').fill('no-such-thing');
    await page.getByRole('button', { name: 'Search', exact: true }).click();
    await page.getByText('Nothing in the trail matches this.').waitFor();

    await sql(`INSERT INTO efi_audit.alert (pattern, address, last_at, last_entry, count)
        VALUES ('failed-sign-ins-address', '192.0.2.7', now(), 0, 31)`);
    await page.goto(`${serverUrl}/dashboard/audit-alerts`);
    const row = page.getByRole('row').filter({ hasText: '192.0.2.7' });
    await row.getByText('Many failed sign-ins from one address').waitFor();
    await expectAccessible(page, CONTENT);
    await row.getByRole('button', { name: 'I have looked at it' }).click();
    await row.getByText(name).waitFor();
});
