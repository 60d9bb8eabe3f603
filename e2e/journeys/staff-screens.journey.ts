import { readFile } from 'node:fs/promises';
import { generateSync } from 'otplib';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { serverUrl, useBrowser } from './support/browser';
import { expectAccessible, open, signedIn } from './support/dashboard';
import { useShopDatabase } from './support/shop-database';
import { askAdmin, makeStaff, staffPassword } from './support/staff';

const browser = useBrowser();
const sql = useShopDatabase();

const PRODUCTS = '{ products { totalItems } }';

/** @returns recovery codes. */
async function setUpSecondFactor(page: Page): Promise<string[]> {
    await open(page, 'security', 'Security');
    await page.getByLabel('Your password').fill(staffPassword);
    await page.getByRole('button', { name: 'Set up a second factor' }).click();
    const secret = (await page.getByTestId('second-factor-secret').innerText()).trim();
    await page.getByLabel('The code that the app shows').fill(generateSync({ secret }));
    await page.getByRole('button', { name: 'Turn on' }).click();
    await page.getByTestId('recovery-codes').waitFor();
    return page.getByTestId('recovery-codes').locator('li').allInnerTexts();
}

it('a member of the staff makes and withdraws a key, with a second factor where the server asks for it', async () => {
    const page = await signedIn(browser, await makeStaff());
    await page.setViewportSize({ width: 390, height: 900 });
    const [code = ''] = await setUpSecondFactor(page);
    await sql(`UPDATE efi_auth_second_factor_proof SET "provenAt" = now() - interval '1 hour'`);

    await open(page, 'machine-keys', 'Machine keys');
    const name = `ERP ${Date.now()}`;
    await page.getByRole('button', { name: 'New key' }).click();
    await page.getByLabel('Name', { exact: true }).fill(name);
    await page.getByLabel('Find scopes').fill('readcatalog');
    await page.getByRole('checkbox').click();
    await expectAccessible(page, '[role=dialog]');
    await page.getByRole('button', { name: 'Make the key' }).click();
    await page.getByLabel('A code from your app').fill('no-such-code');
    await page.getByRole('button', { name: 'Confirm and go on' }).click();
    await page.getByText('This code is wrong, or was used already.').waitFor();
    await page.getByLabel('A code from your app').fill(code);
    await page.keyboard.press('Enter');
    const key = (await page.getByTestId('machine-key').innerText()).trim();
    expect((await askAdmin(PRODUCTS, key)).body.data).toHaveProperty('products');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'I have kept it' }).click();

    const row = page.getByRole('row').filter({ hasText: name });
    await row.getByText('ReadCatalog').waitFor();
    expect(await page.content()).not.toContain(key);
    await expectAccessible(page);
    await row.getByRole('button', { name: 'Withdraw…' }).click();
    await page.getByRole('button', { name: 'Withdraw', exact: true }).click();
    await row.getByText('Withdrawn').waitFor();
    expect((await askAdmin(PRODUCTS, key)).body.data).toBeUndefined();
});

it('the role audit says what somebody could do without, on the page and as CSV', async () => {
    const name = await makeStaff();
    const page = await signedIn(browser, name);
    await open(page, 'role-audit', 'Role audit');
    await page.getByLabel('Person, role or permission').fill(name);
    const row = page.getByTestId('role-audit').locator('> li').filter({ hasText: name });
    await row.getByText('could be taken away').first().waitFor();
    await page.getByLabel('Person, role or permission').fill('DeletePaymentMethod');
    await row.getByText('1 permission').click();
    await row.getByText('never used').waitFor();
    await expectAccessible(page);
    const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: 'Download as CSV' }).click(),
    ]);
    expect(await readFile(await download.path(), 'utf8')).toMatch(
        new RegExp(`^"${name}",.*"DeletePaymentMethod","","yes"\r$`, 'm'),
    );
    await row.getByRole('link', { name }).click();
    await page.getByTestId('sessions').getByText('This one').waitFor();
});

it('sessions are ended from afar, by their owner and by an administrator', async () => {
    const name = await makeStaff();
    const [page, lost] = [await signedIn(browser, name), await signedIn(browser, name)];
    await open(page, 'security', 'Security');
    await page.getByTestId('sessions').getByText('This one').waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Sign out everywhere else…' }).click();
    await page.getByRole('button', { name: 'Sign out', exact: true }).click();
    await page.getByText('Signed out there.').waitFor();
    await page.getByRole('button', { name: 'Sign out everywhere else…' }).waitFor({ state: 'detached' });
    await lost.goto(`${serverUrl}/dashboard/security`);
    await lost.waitForURL(/\/login/);

    // Its address may lie encrypted.
    const [administrator] = await sql<{ id: number }>('SELECT max(id) AS id FROM administrator');
    const other = await signedIn(browser, await makeStaff());
    await open(other, `administrators/${administrator?.id}`, 'Ada Byron');
    await other.getByRole('button', { name: 'Sign out…' }).click();
    await other.getByRole('button', { name: 'Sign out', exact: true }).click();
    await other.getByText('Not signed in anywhere.').waitFor();
    await page.goto(`${serverUrl}/dashboard/security`);
    await page.waitForURL(/\/login/);
});

it('a file of products is checked line by line, imported, and the catalogue exported', async () => {
    const page = await signedIn(browser, await makeStaff());
    const slug = `soup-ladle-${Date.now()}`;
    const file = (rows: string[]) => ({
        name: 'ladles.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from(['name,slug,sku,price,stockOnHand', ...rows].join('\n')),
    });
    const good = `Soup ladle,${slug},${slug},12.90,3`;
    await open(page, 'catalogue-files', 'Import and export');
    await page.getByLabel('File', { exact: true }).setInputFiles(file([good, 'Spoon,,,1,1']));
    await page.getByRole('button', { name: 'Check the file, change nothing' }).click();
    const row = page.getByRole('row').filter({ hasText: 'ladles.csv' }).first();
    await row.getByText('Completed').waitFor();
    await row.getByText('Check only').waitFor();
    await expectAccessible(page);
    await row.getByRole('button', { name: '1 problem' }).click();
    await page.getByRole('dialog').getByText('Line 3').waitFor();
    await page.getByRole('dialog').getByText('sku is empty.').waitFor();
    await expectAccessible(page, '[role=dialog]');
    await page.keyboard.press('Escape');
    const count = 'SELECT count(*)::int AS n FROM product_variant WHERE sku = $1';
    expect(await sql(count, [slug])).toEqual([{ n: 0 }]);

    await page.getByLabel('File', { exact: true }).setInputFiles(file([good]));
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await page.getByText('The file is being imported.').waitFor();
    await expect.poll(() => sql(count, [slug]), { timeout: 10_000 }).toEqual([{ n: 1 }]);

    const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: 'Download as CSV' }).click(),
    ]);
    expect(await readFile(await download.path(), 'utf8')).toContain(`Soup ladle`);
    await sql(
        'UPDATE product SET "deletedAt" = now() WHERE id IN (SELECT "productId" FROM product_variant WHERE sku = $1)',
        [slug],
    );
    await sql('UPDATE product_variant SET "deletedAt" = now() WHERE sku = $1', [slug]);
});
