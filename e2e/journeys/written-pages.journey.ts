import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { violations } from './support/axe';
import { shopUrl, useBrowser } from './support/browser';
import { ContentDesk } from './support/content-desk';

const browser = useBrowser();
let desk: ContentDesk;

interface Catalogue {
    readonly collections: { readonly items: ReadonlyArray<{ readonly id: string; readonly slug: string }> };
    readonly assets: { readonly items: ReadonlyArray<{ readonly id: string }> };
    readonly products: { readonly items: ReadonlyArray<{ readonly id: string; readonly name: string }> };
}

/** Texts of a page or part. France's own language has to have them, and is written like English here. */
const written = (en: object, de?: object) => ({ texts: { fr: en, en, ...(de && { de }) } });

let catalogue: Catalogue;

const shown = async (path: string) => (await fetch(shopUrl + path, { redirect: 'manual' })).text();

/** Word of a change comes within seconds. */
const untilShown = (path: string, words: string) =>
    expect.poll(() => shown(path), { timeout: 20_000, interval: 500 }).toContain(words);

beforeAll(async () => {
    desk = await ContentDesk.open('fr');
    catalogue = await desk.admin.run<Catalogue>(`{
        collections(options: { topLevelOnly: true, take: 3, sort: { position: ASC } }) { items { id slug } }
        assets(options: { take: 2 }) { items { id } }
        products(options: { take: 4, sort: { id: ASC } }) { items { id name } }
    }`);
});
afterAll(async () => {
    await desk.clear();
    await vi.waitUntil(async () => !(await shown('/en-fr')).includes('Light for long evenings'), {
        timeout: 20_000,
        interval: 500,
    });
});

function homePage() {
    const { collections, assets, products } = catalogue;
    const [asset, other] = assets.items;
    const [collection] = collections.items;
    return {
        ...written({ title: 'Evenings', description: 'All about light' }, { title: 'Abende' }),
        blocks: [
            {
                ...{
                    id: 'a',
                    type: 'hero',
                    assetId: asset?.id,
                    link: { to: 'COLLECTION', value: collection?.id },
                },
                ...written(
                    {
                        heading: 'Light for long evenings',
                        text: 'Chosen by us.',
                        linkLabel: 'See all',
                        alt: 'A lamp',
                    },
                    { heading: 'Licht für lange Abende', linkLabel: 'Alles ansehen' },
                ),
            },
            {
                ...{ id: 'b', type: 'collectionTiles', collectionIds: collections.items.map(({ id }) => id) },
                ...written({ heading: 'Rooms' }),
            },
            {
                ...{ id: 'c', type: 'productRail', productIds: products.items.map(({ id }) => id) },
                ...written({ heading: 'Our picks' }),
            },
            {
                ...{
                    id: 'd',
                    type: 'banner',
                    assetId: other?.id,
                    link: { to: 'ADDRESS', value: '/search?q=lamp' },
                },
                ...written({ heading: 'Half the light', text: 'Twice the mood.' }),
            },
            {
                ...{ id: 'e', type: 'richText' },
                ...written({ html: '<h2>Why</h2><p>Because <a href="/legal/shipping">we deliver</a>.</p>' }),
            },
        ],
    };
}

it('a home page is looked at by its link, published, and then seen by everybody in their language', async () => {
    const id = await desk.create('HOME', '', homePage());
    expect(await shown('/en-fr')).not.toContain('Light for long evenings');

    const preview = await desk.preview(id, 'en');
    const page = await browser.newPage({ width: 390 });
    await page.goto(preview);
    await page.getByRole('status').getByText('Preview').waitFor();
    await page.getByRole('heading', { level: 1, name: 'Light for long evenings' }).waitFor();
    expect(await page.locator('meta[name=robots]').getAttribute('content')).toContain('noindex');
    expect(await violations(page)).toEqual([]);
    await page.goto(preview.replace(/.$/, last => (last === 'A' ? 'B' : 'A')));
    await page.getByRole('heading', { level: 1, name: 'This preview has ended' }).waitFor();

    await desk.publish(id);
    await untilShown('/en-fr', 'Light for long evenings');
    await untilShown('/de-fr', 'Licht für lange Abende');
    for (const width of [390, 1280]) {
        for (const colorScheme of ['light', 'dark'] as const) {
            const shopper = await browser.newPage({ width });
            await shopper.emulateMedia({ colorScheme });
            await shopper.goto('/en-fr');
            await shopper.getByRole('heading', { level: 1, name: 'Light for long evenings' }).waitFor();
            await shopper
                .getByText(catalogue.products.items[0]?.name ?? '')
                .first()
                .waitFor();
            expect(await shopper.title()).toMatch(/^Evenings/);
            expect(await shopper.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
            expect(await violations(shopper)).toEqual([]);
        }
    }
    const shopper = await browser.newPage();
    await shopper.goto('/de-fr');
    await shopper.getByRole('link', { name: 'Alles ansehen' }).click();
    await shopper.waitForURL(/\/de-fr\/collections\//);
    await shopper.goto('/de-fr');
    await shopper.getByRole('link', { name: 'we deliver' }).click();
    await shopper.waitForURL(`${shopUrl}/de-fr/legal/shipping`);

    await desk.admin.run(`mutation { unpublishEfiContent(id: "${id}") { id } }`);
    await expect.poll(() => shown('/en-fr'), { timeout: 20_000 }).not.toContain('Light for long evenings');
});

it('a landing page has an address in each language, which leads on when it changes', async () => {
    const draft = (slug: string) => ({
        ...written({ title: 'Summer is here', slug }, { title: 'Der Sommer ist da', slug: 'sommer-journey' }),
        blocks: [
            {
                id: 'a',
                type: 'richText',
                ...written({ html: '<p>Sun.</p>' }, { html: '<p>Sonne.</p>' }),
            },
        ],
    });
    const id = await desk.create('LANDING', 'journey-summer', draft('summer-journey'));
    expect((await fetch(`${shopUrl}/en-fr/pages/summer-journey`)).status).toBe(404);
    await desk.publish(id);
    await untilShown('/en-fr/pages/summer-journey', 'Summer is here');
    const page = await browser.newPage();
    await page.goto('/de-fr/pages/sommer-journey');
    await page.getByRole('heading', { level: 1, name: 'Der Sommer ist da' }).waitFor();
    expect(await page.locator('link[rel=canonical]').getAttribute('href')).toBe(
        `${shopUrl}/de-fr/pages/sommer-journey`,
    );
    expect(await page.locator('link[hreflang=en-FR]').getAttribute('href')).toBe(
        `${shopUrl}/en-fr/pages/summer-journey`,
    );
    const shared = page.locator('meta[property="og:image"]');
    expect(await shared.getAttribute('content')).toBe(`${shopUrl}/de-fr/pages/sommer-journey/picture`);
    const picture = await fetch(`${shopUrl}/de-fr/pages/sommer-journey/picture`);
    expect(picture.headers.get('content-type')).toBe('image/png');
    expect(await violations(page)).toEqual([]);
    await expect
        .poll(() => shown('/sitemaps/de-fr.xml'), { timeout: 20_000 })
        .toContain(`<loc>${shopUrl}/de-fr/pages/sommer-journey</loc>`);

    await desk.save(id, 1, draft('sun-journey'));
    await desk.publish(id, 2);
    await untilShown('/en-fr/pages/sun-journey', 'Summer is here');
    const old = () => fetch(`${shopUrl}/en-fr/pages/summer-journey`, { redirect: 'manual' });
    await expect.poll(async () => (await old()).status, { timeout: 20_000, interval: 500 }).toBe(308);
    const location = (await old()).headers.get('location') ?? '';
    expect(new URL(location, shopUrl).href).toBe(`${shopUrl}/en-fr/pages/sun-journey`);
});

it('legal pages and menus that somebody wrote stand in place of those that the shop begins with', async () => {
    const menu = await desk.create('MENU', 'header', {
        blocks: [
            {
                ...{
                    id: 'a',
                    type: 'menuItem',
                    link: { to: 'COLLECTION', value: catalogue.collections.items[1]?.id },
                },
                ...written({ label: 'Only this' }, { label: 'Nur das' }),
            },
            {
                id: 'b',
                type: 'menuItem',
                link: { to: 'ADDRESS', value: '/orders' },
                ...written({ label: 'Find it' }),
            },
        ],
    });
    const imprint = await desk.create('LEGAL', 'imprint', {
        ...written({ title: 'Who we are' }),
        blocks: [{ id: 'a', type: 'richText', ...written({ html: '<p>Written by the merchant.</p>' }) }],
    });
    const page = await browser.newPage();
    await page.goto('/en-fr/legal/imprint');
    await page.getByRole('heading', { level: 1, name: 'Imprint' }).waitFor();
    await desk.publish(menu);
    await desk.publish(imprint);
    await untilShown('/de-fr', 'Nur das');
    await untilShown('/en-fr/legal/imprint', 'Written by the merchant.');
    await page.goto('/en-fr/legal/imprint');
    await page.getByRole('heading', { level: 1, name: 'Who we are' }).waitFor();
    expect(await page.getByRole('banner').getByRole('navigation').getByRole('link').allInnerTexts()).toEqual([
        'Only this',
        'Find it',
    ]);
    expect(await violations(page)).toEqual([]);
});

it('a menu and a banner come and go at the moments that were planned, though pages are kept', async () => {
    const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1_000);
    const asset = catalogue.assets.items[0]?.id;
    const banner = {
        ...{ id: 'a', type: 'banner', assetId: asset },
        ...written({ heading: 'Tonight only' }),
    };
    const page = await desk.create('LANDING', 'tonight', {
        ...written({ title: 'Tonight', slug: 'tonight' }),
        blocks: [{ ...{ id: 'b', type: 'richText' }, ...written({ html: '<p>As ever</p>' }) }],
    });
    await desk.publish(page);
    await desk.save(page, 1, { ...written({ title: 'Tonight', slug: 'tonight' }), blocks: [banner] });
    const menu = await desk.create('MENU', 'footer', {
        texts: {},
        blocks: [
            {
                ...{ id: 'a', type: 'menuItem', link: { to: 'ADDRESS', value: '/pages/tonight' } },
                ...written({ label: 'What is on tonight' }),
            },
        ],
    });
    const schedule = { startsAt: inSeconds(15), endsAt: inSeconds(40) };
    await desk.publish(page, 2, schedule);
    await desk.publish(menu, 1, schedule);

    // Kept from now on, and so what would be shown for a minute.
    await untilShown('/en-fr/pages/tonight', 'As ever');
    expect(await shown('/en-fr/pages/tonight')).not.toContain('Tonight only');
    const within = { timeout: 15_000, interval: 500 };
    await vi.waitUntil(() => Date.now() >= schedule.startsAt.getTime(), { timeout: 60_000 });
    await expect.poll(() => shown('/en-fr/pages/tonight'), within).toContain('Tonight only');
    await expect.poll(() => shown('/en-fr/pages/tonight'), within).toContain('What is on tonight');
    await vi.waitUntil(() => Date.now() >= schedule.endsAt.getTime(), { timeout: 60_000 });
    await expect.poll(() => shown('/en-fr/pages/tonight'), within).toContain('As ever');
    await expect.poll(() => shown('/en-fr/pages/tonight'), within).not.toContain('What is on tonight');
});
