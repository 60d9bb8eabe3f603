import { expect, it } from 'vitest';
import { GraphQlClient } from '../support/graphql-client';
import { useBrowser } from './support/browser';

const browser = useBrowser();

const DEPARTMENT = `{ collections(options: { topLevelOnly: true, take: 1, sort: { position: ASC } }) { items { id name } } }`;

it('the menu, which is kept, has a department’s new name within seconds', async () => {
    const admin = new GraphQlClient(`${process.env.EFI_SERVER_URL}/admin-api`);
    await admin.run(
        `mutation { login(username: "superadmin", password: "superadmin") { ... on ErrorResult { errorCode } } }`,
    );
    const { collections } = await admin.run<{ collections: { items: { id: string; name: string }[] } }>(
        DEPARTMENT,
    );
    const { id = '', name = '' } = collections.items[0] ?? {};
    const rename = (to: string) =>
        admin.run(
            `mutation ($id: ID!, $name: String!) {
                updateCollection(input: { id: $id, translations: [{ languageCode: en, name: $name }] }) { id }
            }`,
            { id, name: to },
        );
    const page = await browser.newPage();
    const shows = async (wanted: string) => {
        await page.goto('/en-us');
        return page.getByRole('link', { name: wanted, exact: true }).first().isVisible();
    };
    expect(await shows(name)).toBe(true);
    try {
        await rename('Bright things');
        await expect.poll(() => shows('Bright things'), { timeout: 15_000, interval: 500 }).toBe(true);
    } finally {
        await rename(name);
        await expect.poll(() => shows(name), { timeout: 15_000, interval: 500 }).toBe(true);
    }
});

it('nobody but the server has pages made anew', async () => {
    const answer = await fetch(`${process.env.EFI_SHOP_URL}/api/revalidate`, {
        method: 'POST',
        headers: { 'efi-signature': `t=${Math.floor(Date.now() / 1000)},v1=${'0'.repeat(64)}` },
        body: '{"tags":["everything"]}',
    });
    expect(answer.status).toBe(401);
});
