import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import budgets from '../../storefront/budgets.json';
import { violations } from './support/axe';
import { shopUrl, useBrowser } from './support/browser';
import { firstLoad } from './support/first-load';

const browser = useBrowser();

/** The field in the header, once its scripts are there: before that it is a plain one. */
async function searchField(page: Page, path = '/en-us') {
    await page.goto(path, { waitUntil: 'networkidle' });
    return page.getByRole('combobox', { name: 'Search products' }).first();
}

function options(page: Page) {
    return page.getByRole('listbox', { name: 'Suggestions' }).getByRole('option');
}

describe('while one types', () => {
    it('the keyboard goes through what is suggested, and Enter leads there', async () => {
        const page = await browser.newPage();
        const field = await searchField(page);
        await field.pressSequentially('came', { delay: 20 });
        await options(page).first().waitFor();
        expect(await field.getAttribute('aria-expanded')).toBe('true');
        expect(await page.getByRole('status').filter({ hasText: 'suggestions' }).count()).toBe(1);
        await field.press('ArrowDown');
        const chosen = await field.getAttribute('aria-activedescendant');
        expect(await page.locator(`#${chosen}`).getAttribute('aria-selected')).toBe('true');
        expect(await page.locator(`#${chosen}`).innerText()).toContain('Cameras');
        await field.press('ArrowUp');
        expect(await field.getAttribute('aria-activedescendant')).toBeNull();
        await field.press('ArrowDown');
        await field.press('Enter');
        await page.waitForURL('**/en-us/collections/cameras');
        expect(await options(page).count()).toBe(0);
    });

    it('Escape closes the list and keeps what was typed', async () => {
        const page = await browser.newPage();
        const field = await searchField(page);
        await field.pressSequentially('came');
        await options(page).first().waitFor();
        await field.press('Escape');
        expect(await options(page).count()).toBe(0);
        expect(await field.inputValue()).toBe('came');
        await field.press('Enter');
        await page.waitForURL('**/en-us/search?q=came');
    });

    it('a finger chooses on a phone, in the menu, which closes with it', async () => {
        const page = await browser.newPage({ width: 390 });
        await page.goto('/en-us', { waitUntil: 'networkidle' });
        await page.getByRole('button', { name: 'Menu' }).click();
        await page.getByRole('dialog').getByRole('combobox').pressSequentially('camra');
        await options(page).filter({ hasText: 'Did you mean “camera”?' }).click();
        await page.waitForURL('**/en-us/search?q=camera');
        await page.getByRole('dialog').waitFor({ state: 'hidden' });
    });

    it('only the last question is answered, and the search works when none is', async () => {
        const page = await browser.newPage();
        const asked: string[] = [];
        await page.route('**/en-us/suggestions?*', route => {
            asked.push(new URL(route.request().url()).searchParams.get('q') ?? '');
            return route.fulfill({ status: 503 });
        });
        const field = await searchField(page);
        await field.pressSequentially('camera', { delay: 15 });
        await expect.poll(() => asked).toEqual(['camera']);
        expect(await options(page).count()).toBe(0);
        await field.press('Enter');
        await page.getByRole('heading', { name: 'Results for “camera”' }).waitFor();
    });

    it('a browser without scripts searches by the plain form', async () => {
        const page = await browser.newPage({ javaScriptEnabled: false });
        await page.goto('/de-de');
        await page.getByRole('combobox').first().fill('kamera');
        await page.keyboard.press('Enter');
        await page.getByRole('heading', { name: 'Ergebnisse für „kamera“' }).waitFor();
    });
});

it('what is suggested is the same for everybody and may be kept', async () => {
    const answer = await fetch(`${shopUrl}/en-us/suggestions?q=camera`, {
        headers: { cookie: 'efi_consent=1~analytics; efi_session=mine' },
    });
    expect(answer.headers.get('cache-control')).toBe('public, max-age=60');
    expect(answer.headers.get('set-cookie')).toBeNull();
    expect(await answer.text()).not.toMatch(/price|stock/i);
    const tooLong = await fetch(`${shopUrl}/en-us/suggestions?q=${'x'.repeat(101)}`);
    expect([tooLong.status, tooLong.headers.get('cache-control')]).toEqual([400, 'no-store']);
});

describe('a list', () => {
    it('says what it shows instead of what is spelt wrong, and takes no for an answer', async () => {
        const page = await browser.newPage();
        await page.goto('/en-us/search?q=camra');
        await page.getByText('Showing results for “camera” instead of “camra”.').waitFor();
        expect(await page.getByRole('article').count()).toBeGreaterThan(0);
        await page.getByRole('link', { name: 'Search for “camra” all the same' }).click();
        await page.getByRole('heading', { name: 'Nothing found for “camra”' }).waitFor();
        await page.getByRole('main').getByRole('link', { name: 'Electronics' }).waitFor();
        expect(await page.getByRole('article').count()).toBe(0);
    });

    it.each([true, false])(
        'keeps a range of prices in its address, with scripts: %s',
        async javaScriptEnabled => {
            const page = await browser.newPage({ javaScriptEnabled });
            await page.goto('/en-gb/search?q=camera&sort=price-asc', { waitUntil: 'networkidle' });
            const all = await page.getByRole('article').count();
            await page.getByLabel('From (GBP)').first().fill('100');
            await page.getByLabel('To (GBP)').first().fill('400,00');
            await page.getByRole('button', { name: 'Apply' }).first().click();
            await page.waitForURL(/\/en-gb\/search\?q=camera&sort=price-asc&min=100&max=400/);
            const shown = page.getByRole('article').locator('p:has-text("£")');
            await expect.poll(() => page.getByRole('article').count()).toBeLessThan(all);
            const amounts = (await shown.allInnerTexts()).map(text =>
                Number(/[\d,.]+/.exec(text)?.[0].replace(',', '')),
            );
            expect(amounts.length).toBeGreaterThan(0);
            expect(amounts.filter(amount => amount < 100 || amount > 400)).toEqual([]);
            await page.getByRole('link', { name: 'Any price' }).first().click();
            await expect.poll(() => page.getByRole('article').count()).toBe(all);
        },
    );

    it.each(['/en-us/search', '/en-us/collections/electronics'])(
        'says of %s that it has no such page, and leads to the first',
        async path => {
            const page = await browser.newPage({ javaScriptEnabled: false });
            await page.goto(`${path}?sort=name&page=99`);
            await page.getByRole('heading', { name: 'There is no such page' }).waitFor();
            expect(await page.getByRole('navigation', { name: 'Pages' }).count()).toBe(0);
            await page.getByRole('link', { name: 'To the first page' }).click();
            await page.getByRole('article').first().waitFor();
            expect(new URL(page.url()).search).toBe('?sort=name');
        },
    );

    it('is put in order without scripts, with its filters', async () => {
        const page = await browser.newPage({ javaScriptEnabled: false });
        await page.goto('/en-gb/search?q=camera&min=100');
        await page.getByLabel('Sort by').selectOption('price-desc');
        await page.locator('form:has(#sort)').getByRole('button', { name: 'Apply' }).click();
        await page.waitForURL('**/en-gb/search?q=camera&min=100&sort=price-desc');
        await page.getByRole('article').first().waitFor();
    });

    it('is at the place where it was left when one comes back', async () => {
        const page = await browser.newPage({ width: 390 });
        await page.goto('/en-us/search?sort=name', { waitUntil: 'networkidle' });
        const product = page.getByRole('article').nth(15).getByRole('link');
        await product.scrollIntoViewIfNeeded();
        const left = await page.evaluate<number>('window.scrollY');
        expect(left).toBeGreaterThan(1_000);
        await product.click();
        await page.waitForURL('**/products/**');
        await page
            .getByRole('button', { name: 'Add to bag' })
            .or(page.getByText('Sold out'))
            .first()
            .waitFor();
        await page.goBack();
        await page.waitForURL('**/search?sort=name');
        await expect
            .poll(async () => Math.abs((await page.evaluate<number>('window.scrollY')) - left))
            .toBeLessThan(60);
    });
});

/** Paths of the products of a list. */
async function productPaths(): Promise<string[]> {
    const list = await (await fetch(`${shopUrl}/en-us/search`)).text();
    return [...new Set(list.match(/\/en-us\/products\/[\w-]+/g))];
}

/** Path of a product that has several pictures or one; all have one. */
async function productPath(): Promise<string> {
    return (await productPaths())[0] ?? '';
}

/** What a page tells search engines. */
async function structuredData(path: string): Promise<Record<string, unknown>[]> {
    const page = await (await fetch(shopUrl + path)).text();
    return [...page.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/g)].map(
        ([, json]) => JSON.parse(json ?? '') as Record<string, unknown>,
    );
}

describe('a product', () => {
    it.each([
        [390, 'light'],
        [1280, 'dark'],
    ] as const)(
        'shows its picture over the whole page, by keyboard too, at %i px',
        async (width, colorScheme) => {
            const page = await browser.newPage({ width });
            await page.emulateMedia({ colorScheme });
            await page.goto(await productPath(), { waitUntil: 'networkidle' });
            const opener = page.getByRole('button', { name: 'Enlarge the picture' });
            await opener.focus();
            await page.keyboard.press('Enter');
            const dialog = page.getByRole('dialog', { name: /^Pictures of/ });
            await dialog.getByText(/^Picture 1 of \d+$/).waitFor();
            const picture = dialog.getByRole('img');
            await expect
                .poll(() => page.evaluate<boolean>(`document.querySelector('dialog[open] img').complete`))
                .toBe(true);
            const before = (await picture.boundingBox())?.width ?? 0;
            await dialog.getByRole('button', { name: 'Zoom in' }).press('Enter');
            await expect.poll(async () => (await picture.boundingBox())?.width).toBeGreaterThan(before * 1.2);
            expect(await violations(page)).toEqual([]);
            await page.keyboard.press('Escape');
            await dialog.waitFor({ state: 'detached' });
            expect(await page.evaluate<string>(`document.activeElement.getAttribute('aria-label')`)).toBe(
                'Enlarge the picture',
            );
        },
    );

    it('shows the small picture until the large one has come', async () => {
        const page = await browser.newPage();
        let letThrough = (): void => undefined;
        const asked = new Promise<void>(resolve => (letThrough = resolve));
        await page.route(/[?&]w=1920\b/, async route => {
            await asked;
            await route.continue();
        });
        await page.goto(await productPath(), { waitUntil: 'networkidle' });
        await page.getByRole('button', { name: 'Enlarge the picture' }).click();
        await page.getByRole('dialog', { name: /^Pictures of/ }).waitFor();
        const behind = () =>
            page.evaluate<string>(
                `getComputedStyle(document.querySelector('dialog[open] img')).backgroundImage`,
            );
        expect(await behind()).toMatch(/^url\(.*w=480/);
        letThrough();
        await expect.poll(behind).toBe('none');
    });

    it('says how it comes, and to search engines where it stands and what it costs', async () => {
        const path = await productPath();
        const page = await (await fetch(shopUrl + path)).text();
        expect(page).toContain('Click and collect');
        const data = await structuredData(path);
        expect(data.map(item => item['@type']).sort()).toEqual(['BreadcrumbList', 'Product']);
        const offers = data.find(item => item['@type'] === 'Product')?.['offers'];
        expect(offers).toEqual(
            expect.arrayContaining([
                expect.objectContaining({
                    '@type': 'Offer',
                    priceCurrency: 'USD',
                    price: expect.stringMatching(/^\d+\.\d\d$/) as string,
                }),
            ]),
        );
    });
});

describe('products that were looked at', () => {
    it.each([true, false])('stand side by side, with scripts: %s', async javaScriptEnabled => {
        const page = await browser.newPage({ width: 390, javaScriptEnabled });
        const [first = '', second = ''] = await productPaths();
        for (const path of [first, second]) {
            await page.goto(path);
            await page.getByRole('button', { name: 'Compare' }).click();
            await page.getByRole('button', { name: 'Take out of the comparison' }).waitFor();
        }
        await page.getByRole('link', { name: 'Show the comparison (2 products)' }).click();
        const table = page.getByRole('table');
        await table.waitFor();
        expect(await table.getByRole('columnheader').count()).toBe(2);
        expect(await table.getByRole('row', { name: /^Price/ }).textContent()).toContain('$');
        if (javaScriptEnabled) {
            expect(await violations(page)).toEqual([]);
        }
        await table.getByRole('button').first().click();
        await expect.poll(() => table.getByRole('columnheader').count()).toBe(1);
        await table.getByRole('button').click();
        await page.getByRole('heading', { name: 'Nothing to compare yet' }).waitFor();
    });

    it('are shown again to who agreed to that, until they take it back', async () => {
        const page = await browser.newPage({ consent: 'accepted' });
        const [first = '', second = ''] = await productPaths();
        const told = page.waitForResponse('**/behaviour');
        await page.goto(first);
        await told;
        await page.goto(second);
        const viewed = page.getByRole('region', { name: 'Recently viewed' });
        expect(await viewed.locator(`a[href="${first}"]`).count()).toBe(1);
        expect(await viewed.getByRole('article').count()).toBe(1);
        await page.goto('/en-us/account/privacy');
        await page.getByRole('button', { name: 'Refuse' }).click();
        await page.getByText('Your choice is saved.').waitFor();
        const cookies = await page.context().cookies();
        expect(cookies.map(({ name }) => name)).not.toContain('efi_viewed');
    });
});

describe('where it is shared there is a picture, which names no price', () => {
    const product = async () => (await productPaths())[0] ?? '';
    const shared = (html: string, name: string) =>
        new RegExp(`property="og:${name}" content="([^"]+)"`).exec(html)?.[1];

    it.each([
        { what: 'a product', path: product },
        { what: 'a department', path: () => Promise.resolve('/de-de/collections/electronics') },
        { what: 'the shop', path: () => Promise.resolve('/fr-fr') },
    ])('of $what', async ({ path }) => {
        const page = await fetch(shopUrl + (await path()));
        const html = await page.text();
        expect([shared(html, 'site_name'), shared(html, 'type')]).toEqual(['Daylark', 'website']);
        const picture = shopUrl + new URL(shared(html, 'image') ?? '').pathname;
        expect(picture).toBe(`${page.url}/picture`);
        const answer = await fetch(picture);
        expect(answer.headers.get('content-type')).toBe('image/png');
        const png = Buffer.from(await answer.arrayBuffer());
        expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
    });

    it.each(['products/no-such-thing', 'collections/no-such-thing', 'pages/no-such-thing'])(
        'and none of %s',
        async path => expect((await fetch(`${shopUrl}/en-us/${path}/picture`)).status).toBe(404),
    );
});

describe('search engines', () => {
    it('learn who sells here', async () => {
        expect(JSON.stringify(await structuredData('/de-de'))).toContain('"@type":"Organization"');
    });

    it('have a sitemap for each language and market, each page of which names itself and the others', async () => {
        const index = await (await fetch(`${shopUrl}/sitemap.xml`)).text();
        const sitemaps = [...index.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => address ?? '');
        expect(sitemaps).toHaveLength(12);
        const german = sitemaps.find(address => address.endsWith('/de-de.xml')) ?? '';
        const answer = await fetch(shopUrl + new URL(german).pathname);
        expect(answer.headers.get('content-type')).toContain('application/xml');
        const sitemap = await answer.text();
        const addresses = [...sitemap.matchAll(/<url><loc>([^<]+)<\/loc>/g)].map(
            ([, address]) => address ?? '',
        );
        expect(addresses.length).toBeGreaterThan(50);
        expect(addresses.filter(address => !/\/de-de(\/|$)/.test(address))).toEqual([]);
        const kinds = ['/collections/', '/products/', '/legal/imprint'].map(kind =>
            addresses.find(each => each.includes(kind)),
        );
        for (const address of [addresses[0], ...kinds]) {
            const response = await fetch(shopUrl + new URL(address ?? '').pathname, { redirect: 'manual' });
            expect(response.status).toBe(200);
            const page = await response.text();
            expect(page).toContain(`<link rel="canonical" href="${address}"/>`);
            expect(page.match(/hrefLang="/gi)).toHaveLength(13);
        }
    });

    it.each(['xx-yy.xml', 'de-de', '..%2Fde-de.xml', 'de-de-2.xml'])('find no sitemap at %s', async file => {
        expect((await fetch(`${shopUrl}/sitemaps/${file}`, { redirect: 'manual' })).status).not.toBe(200);
    });
});

it.each(Object.entries(budgets))('%s loads no more than its budget', async (_name, { path, ...budget }) => {
    const load = await firstLoad(shopUrl + (path.endsWith('*') ? await productPath() : path));
    for (const what of ['scripts', 'scriptBytes', 'documentBytes'] as const) {
        expect(load[what], what).toBeGreaterThan(0);
        expect(load[what], what).toBeLessThanOrEqual(budget[what]);
    }
});
