import { expect, it } from 'vitest';
import { GraphQlClient } from '../support/graphql-client';
import { decidedCookie, shopUrl, useBrowser } from './support/browser';

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

/** After so long, in milliseconds, a page that many ask for is made anew, while the one before is still given out. */
const RENEWED_AFTER = 700;

/** What a browser asks for a page by. */
const asBrowsersDo = { accept: 'text/html,*/*' };

it('a page that many ask for at once is made once for all strangers, each with a nonce of their own', async () => {
    const list = await (await fetch(`${shopUrl}/en-us/search`)).text();
    const path = /\/en-us\/products\/[\w-]+/.exec(list)?.[0] ?? '';
    const ask = async (headers = {}) => {
        const answer = await fetch(shopUrl + path, { headers: { ...asBrowsersDo, ...headers } });
        const nonce = /'nonce-([^']+)'/.exec(answer.headers.get('content-security-policy') ?? '')?.[1] ?? '';
        const html = await answer.text();
        return { answer, nonce, html, body: html.replaceAll(nonce, 'NONCE') };
    };
    // Each by itself at first, until it is known that they are many.
    await Promise.all(Array.from({ length: 8 }, () => ask()));
    const began = performance.now();
    const all = await Promise.all(Array.from({ length: 20 }, () => ask()));
    const renewals = Math.floor((performance.now() - began) / RENEWED_AFTER);
    expect(new Set(all.map(({ nonce }) => nonce)).size).toBe(20);
    for (const { answer, html, nonce } of all) {
        expect(answer.status).toBe(200);
        expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
        expect(answer.headers.get('cache-control')).toContain('no-store');
        const nonces = [...html.matchAll(/<script[^>]* nonce="([^"]*)"/g)].map(([, each]) => each);
        expect(nonces.length).toBeGreaterThan(5);
        expect(new Set(nonces)).toEqual(new Set([nonce]));
        expect(html).toContain('id="consent-banner"');
    }
    // The one that was there may be due to be made anew at any moment, and then again.
    expect(new Set(all.map(({ body }) => body)).size).toBeLessThanOrEqual(2 + renewals);
    expect(renewals).toBeLessThan(14);
    const { name, value } = await decidedCookie();
    const decided = await ask({ cookie: `${name}=${value}` });
    expect(decided.html).not.toContain('id="consent-banner"');
});

it('nobody but the server has pages made anew', async () => {
    const answer = await fetch(`${process.env.EFI_SHOP_URL}/api/revalidate`, {
        method: 'POST',
        headers: { 'efi-signature': `t=${Math.floor(Date.now() / 1000)},v1=${'0'.repeat(64)}` },
        body: '{"tags":["everything"]}',
    });
    expect(answer.status).toBe(401);
});
