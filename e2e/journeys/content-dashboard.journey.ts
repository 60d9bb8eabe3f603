import { afterAll, expect, it, vi } from 'vitest';
import { shopUrl, useBrowser } from './support/browser';
import { expectAccessible, open, signedIn } from './support/dashboard';
import { useShopDatabase } from './support/shop-database';
import { makeStaff } from './support/staff';

const browser = useBrowser();
const sql = useShopDatabase();
const heading = 'A house full of light';

/** Not the home page, which others look at meanwhile. */
const shown = async (locale = 'en-us') => (await fetch(`${shopUrl}/${locale}/pages/house-of-light`)).text();

afterAll(async () => {
    await sql(`DELETE FROM efi_content_page WHERE code = 'house-of-light'`);
    await sql(`SELECT pg_notify('efi_shop_changes', 'efi_content_version')`);
    await vi.waitUntil(async () => !(await shown()).includes(heading), { timeout: 20_000, interval: 500 });
});

it('a merchandiser writes a page, looks at it, publishes it, and a shopper sees it', async () => {
    const page = await signedIn(browser, await makeStaff('merchandiser'));
    await page.setViewportSize({ width: 390, height: 900 });
    await open(page, 'content', 'Pages and menus');
    await page.getByText('Nothing was written yet').waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'New content' }).click();
    await page.getByLabel('Kind').selectOption('LANDING');
    await page.getByLabel('Name for the staff').fill('house-of-light');
    await expectAccessible(page, '[role=dialog]');
    await page.getByRole('button', { name: 'Begin' }).click();
    await page.getByText('Nothing here yet.').waitFor();

    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByLabel('New part').selectOption('collectionTiles');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByRole('button', { name: 'Save the draft' }).click();
    await page.getByText('The draft is saved.').first().waitFor();
    await page.getByRole('button', { name: 'Publish…' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Publish' }).click();
    await page.getByRole('alert').getByText('1. Opening, Heading, English: This is needed.').waitFor();
    await expectAccessible(page);

    // By keyboard: down, away, and back.
    await page.getByRole('button', { name: 'Move 1. Opening down' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '2. Opening' }).waitFor();
    await page.getByRole('button', { name: 'Move 2. Opening up' }).press('Enter');
    await page.getByRole('button', { name: 'Remove 1. Opening' }).click();
    await page.getByRole('heading', { name: '1. Collections' }).waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('heading', { name: '1. Opening' }).waitFor();
    await page.getByRole('button', { name: 'Remove 2. Collections' }).click();

    const opening = page
        .getByRole('listitem')
        .filter({ has: page.getByRole('heading', { name: '1. Opening' }) });
    await page.getByLabel('Title').fill('House of light');
    await page.getByLabel('Address').fill('house-of-light');
    await opening.getByLabel('Heading').fill(heading);
    await page.getByLabel('Language').selectOption('de');
    await opening.getByLabel('Heading').fill('Ein Haus voller Licht');
    await page.getByLabel('Language').selectOption('en');
    expect(await opening.getByLabel('Heading').inputValue()).toBe(heading);
    await page.getByRole('button', { name: 'Save the draft' }).click();
    await expect.poll(() => page.getByRole('button', { name: 'Publish…' }).isEnabled()).toBe(true);
    expect(await shown()).not.toContain(heading);

    await page.getByRole('button', { name: 'Make a preview link' }).click();
    const address = await page.getByRole('link', { name: 'Open the preview' }).getAttribute('href');
    const shopper = await browser.newPage();
    await shopper.goto(address ?? '');
    await shopper.getByRole('heading', { level: 1, name: heading }).waitFor();
    await shopper.getByRole('status').getByText('Preview').waitFor();

    await page.getByRole('button', { name: 'Publish…' }).click();
    await expectAccessible(page, '[role=dialog]');
    await page.getByRole('dialog').getByRole('button', { name: 'Publish' }).click();
    await page.getByRole('listitem').getByText('Shown', { exact: true }).waitFor();
    await page.setViewportSize({ width: 1280, height: 900 });
    await expectAccessible(page);
    await expect.poll(() => shown(), { timeout: 20_000, interval: 500 }).toContain(heading);
    await shopper.goto('/de-de/pages/house-of-light');
    await shopper.getByRole('heading', { level: 1, name: 'Ein Haus voller Licht' }).waitFor();

    await page.getByRole('button', { name: 'Unpublish' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Unpublish' }).click();
    await page.getByRole('listitem').getByText('Taken back', { exact: true }).waitFor();
    await expect.poll(() => shown(), { timeout: 20_000, interval: 500 }).not.toContain(heading);

    await page.getByRole('button', { name: 'Delete' }).click();
    await expectAccessible(page, '[role=dialog]');
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await page.getByText('Nothing was written yet').waitFor();
    expect(await sql(`SELECT code FROM efi_content_page WHERE code = 'house-of-light'`)).toEqual([]);
});
