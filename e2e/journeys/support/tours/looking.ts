import { expect } from 'vitest';
import { ContentDesk } from '../content-desk';
import { openSomethingToBuy } from '../shopping';
import { visit, type Tour } from './tour';

/** Finding, choosing, and what is read. */
export const looking: readonly Tour[] = [
    {
        name: 'the menu, its suggestions and the filters of a phone',
        only: 390,
        async go(page, look) {
            await visit(page, '/en-us/search?q=camera');
            await page.getByText('Filters', { exact: true }).last().click();
            await look('filters open');
            await page.getByRole('button', { name: 'Menu' }).click();
            const menu = page.getByRole('dialog');
            await menu.getByRole('combobox').waitFor();
            await look('menu open');
            await menu.getByRole('combobox').fill('camra');
            await page.getByRole('option').first().waitFor();
            await page.keyboard.press('ArrowDown');
            await look('suggestions in the menu');
        },
    },
    {
        name: 'the suggestions of a wide window',
        only: 1280,
        async go(page, look) {
            await visit(page, '/en-us/search');
            await page.getByRole('combobox').first().pressSequentially('camra');
            await page.getByRole('option').first().waitFor();
            await page.keyboard.press('ArrowDown');
            await look('one is chosen');
        },
    },
    {
        name: 'a product, its picture, and two side by side',
        async go(page, look) {
            await openSomethingToBuy(page, 'en-us');
            await look('product');
            await page.getByRole('button', { name: 'Enlarge' }).first().click();
            await page
                .getByRole('dialog')
                .getByText(/^Picture 1 of/)
                .waitFor();
            await look('picture enlarged');
            await page.keyboard.press('Escape');
            for (const sort of ['price-desc', 'price-asc']) {
                await openSomethingToBuy(page, 'en-us', sort);
                await page.getByRole('button', { name: 'Compare' }).click();
                await page.getByRole('button', { name: 'Take out of the comparison' }).waitFor();
            }
            await page.getByRole('link', { name: 'Show the comparison (2 products)' }).click();
            await page.getByRole('table').waitFor();
            await look('comparison');
        },
    },
    {
        name: 'the question about consent',
        visitor: { consent: 'undecided' },
        async go(page, look) {
            await visit(page, '/en-us');
            await look('asked');
            const banner = page.locator('#consent-banner');
            await banner.locator('summary').click();
            await banner.getByRole('checkbox', { name: /^Statistics/ }).check();
            await look('one by one');
            await banner.getByRole('button', { name: 'Save my choice' }).click();
            await banner.waitFor({ state: 'detached' });
            await visit(page, '/de-de/account/privacy');
            await look('answered');
        },
    },
    {
        name: 'language and market',
        async go(page, look) {
            await openSomethingToBuy(page, 'en-us');
            await page.locator('#region-language').selectOption('de');
            await page.getByRole('button', { name: 'Change', exact: true }).click();
            await page.waitForURL(/\/de-us\/products\//);
            await page.locator('#region-market').selectOption('de');
            await page.getByRole('button', { name: 'Wechseln' }).click();
            await page.waitForURL(/\/de-de\/products\//);
            await page.getByText(/inkl\. \d+ % MwSt\./).waitFor();
            await look('product in German');
        },
    },
    {
        name: 'a page that a merchandiser wrote',
        async go(page, look) {
            const desk = await ContentDesk.open('gb');
            try {
                const code = `tour-${Date.now()}`;
                const blocks = [
                    {
                        id: 'a',
                        type: 'richText',
                        texts: {
                            en: {
                                html: '<h2>Why</h2><p>Because <a href="/legal/shipping">we deliver</a>.</p>',
                            },
                        },
                    },
                ];
                const texts = { en: { title: 'Summer is here', slug: code } };
                const id = await desk.create('LANDING', code, { texts, blocks });
                await visit(page, await desk.preview(id, 'en'));
                await look('its draft');
                await desk.publish(id);
                await expect
                    .poll(async () => (await page.goto(`/en-gb/pages/${code}`))?.status(), {
                        timeout: 20_000,
                    })
                    .toBe(200);
                await look('published');
            } finally {
                await desk.clear();
            }
        },
    },
];
