import { afterAll, expect, it } from 'vitest';
import { serverUrl, useBrowser } from './support/browser';
import { expectAccessible, open, signedIn } from './support/dashboard';
import { useShopDatabase } from './support/shop-database';
import { makeStaff } from './support/staff';

const browser = useBrowser();
const sql = useShopDatabase();

afterAll(async () => {
    await sql('DELETE FROM efi_search_synonym');
    await sql('DELETE FROM efi_search_arrangement');
    await sql('DELETE FROM efi_search_setting');
    await sql(`SELECT pg_notify('efi_search_rules', 'changed')`);
});

/** Names of what a shopper finds, past caches of the browser but not of the shop. */
async function found(term: string): Promise<string[]> {
    const response = await fetch(`${serverUrl}/shop-api`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
            query: `{ search(input: { term: ${JSON.stringify(term)}, groupByProduct: true, take: 50 }) { items { productName } } }`,
        }),
    });
    const { data } = (await response.json()) as {
        data: { search: { items: { productName: string }[] } };
    };
    return data.search.items.map(({ productName }) => productName);
}

it('a member of the staff gives words the same meaning, and takes it back', async () => {
    const page = await signedIn(browser, await makeStaff());
    await page.setViewportSize({ width: 390, height: 900 });
    const cameras = await found('camera');
    expect(cameras.length).toBeGreaterThan(2);
    expect(await found('zoetrope')).toEqual([]);

    await open(page, 'search-rules', 'Search');
    await page.getByText('No synonyms yet.').waitFor();
    await page.getByText('No pinned products yet.').waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'New synonyms' }).click();
    await page.getByLabel('Terms, with commas between them').fill('camera, Camera');
    await expectAccessible(page, '[role=dialog]');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('The same stands there twice. “Camera”').waitFor();
    await page.getByLabel('Terms, with commas between them').fill('camera, zoetrope');
    await page.getByRole('button', { name: 'Save' }).click();
    const row = page.getByRole('row').filter({ hasText: 'camera, zoetrope' });
    await row.waitFor();
    expect(await found('zoetrope')).toEqual(cameras);

    await page.getByLabel('Term', { exact: true }).fill('zoetropes');
    await page.getByText('Also searched for: camera, zoetrope').waitFor();
    await page.getByText(cameras[0] ?? '').waitFor();
    await expectAccessible(page);

    await row.getByRole('button', { name: 'Delete camera, zoetrope' }).click();
    await row.waitFor({ state: 'detached' });
    expect(await found('zoetrope')).toEqual([]);
    await page.getByRole('button', { name: 'Undo' }).click();
    await row.waitFor();
    expect(await found('zoetrope')).toEqual(cameras);
});

it('a member of the staff decides what stands first for a term, with what shoppers find beside it', async () => {
    const page = await signedIn(browser, await makeStaff());
    await page.setViewportSize({ width: 1280, height: 900 });
    const [first = '', second = '', third = '', ...rest] = await found('camera');
    const laptops = await found('laptop');
    const [laptop = ''] = laptops;

    await open(page, 'search-rules', 'Search');
    await page.getByRole('button', { name: 'Pin products' }).click();
    await page.getByLabel('Term', { exact: true }).fill('camera');
    await page.getByRole('button', { name: `Pin ${second}`, exact: true }).click();
    await page.getByRole('button', { name: `Leave out ${third}`, exact: true }).click();
    await page.getByLabel('Find any product by its name').fill(laptop);
    await page
        .getByRole('button', { name: `Pin ${laptop}`, exact: true })
        .first()
        .click();
    // By the keyboard.
    await page.getByRole('button', { name: `Move ${laptop} up` }).focus();
    await page.keyboard.press('Enter');
    const pinned = page.getByRole('list', { name: 'Pinned, the first one first' }).getByRole('listitem');
    expect((await pinned.allInnerTexts()).map(text => text.replaceAll(/\s+/g, ' '))).toEqual([
        `1 ${laptop}`,
        `2 ${second}`,
    ]);
    await page.getByText('Pinned', { exact: true }).nth(1).waitFor();
    await expectAccessible(page);
    expect(await found('camera')).toEqual([first, second, third, ...rest]);

    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved. Shoppers find it so from now on.').waitFor();
    const row = page.getByRole('row').filter({ hasText: '2 pinned' });
    await row.getByText('1 left out').waitFor();
    expect(await found('camera')).toEqual([laptop, second, first, ...rest]);

    await row.getByRole('link', { name: 'camera' }).click();
    await page.getByRole('button', { name: `Take ${laptop} away` }).click();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('row').filter({ hasText: '1 pinned' }).waitFor();
    expect(await found('camera')).toEqual([second, first, ...rest]);

    await page.getByRole('button', { name: 'Delete camera', exact: true }).click();
    await page.getByRole('dialog').getByText('The products themselves stay.').waitFor();
    await expectAccessible(page, '[role=dialog]');
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await page.getByText('No pinned products yet.').waitFor();
    expect(await found('camera')).toEqual([first, second, third, ...rest]);

    await page.getByLabel('Order, where a shopper asks for none').selectOption('Products in stock first');
    await page.getByText('The order is saved.').waitFor();
    expect(await sql('SELECT "inStockFirst" FROM efi_search_setting')).toEqual([{ inStockFirst: true }]);
});
