import { createHmac } from 'node:crypto';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { REVALIDATION_SECRET } from '../support/revalidation-secret';
import { violations } from './support/axe';
import { shopUrl, useBrowser } from './support/browser';
import { keptPages } from './support/kept-pages';
import { lossesWhenEnlarged } from './support/reflow';
import { whileShopApiIsAway } from './support/shop-api-away';
import { addSomethingToCart, chooseDelivery, enterAddress, freshEmail } from './support/shopping';
import { visit } from './support/tours/tour';

const browser = useBrowser();

/** Pages that nothing is kept of, and what each says while nobody can tell what belongs on it. */
const personal = [
    ['/en-us/cart', 'Your bag can’t be shown just now'],
    ['/en-us/checkout', 'Something went wrong on our side'],
    ['/en-us/account', 'Something went wrong on our side'],
    ['/en-us/orders/NOSUCHORDER', 'Something went wrong on our side'],
    ['/en-us/search?q=lamp&min=3&max=4', 'Something went wrong on our side'],
] as const;

/** What is asked for by a form that is there without the server, the button that sends it, and what is said then. */
const forms = [
    [
        '/en-us/orders',
        { code: 'ABCDEFGHIJKLMNOP', emailAddress: 'ada@example.com' },
        'Find order',
        'We got no answer.',
    ],
    ['/en-us/forgot-password', { emailAddress: 'ada@example.com' }, 'Send link', 'We got no answer.'],
    ['/en-us/privacy-request', { emailAddress: 'ada@example.com' }, 'Send me the link', 'That did not work.'],
] as const;

/** By the form below every page. */
async function changeRegion(page: Page, language: string, market: string): Promise<void> {
    await page.locator('#region-language').selectOption(language);
    await page.locator('#region-market').selectOption(market);
    await page.locator('form:has(#region-market) button[type=submit]').click();
}

/** As the server does, where it can't say what has changed. */
async function callBackEverything(): Promise<void> {
    const body = JSON.stringify({ tags: ['everything'] });
    const seconds = Math.floor(Date.now() / 1000);
    const v1 = createHmac('sha256', REVALIDATION_SECRET).update(`${seconds}.${body}`).digest('hex');
    const answer = await fetch(`${shopUrl}/api/revalidate`, {
        method: 'POST',
        headers: { 'efi-signature': `t=${seconds},v1=${v1}` },
        body,
    });
    expect(answer.status).toBe(200);
}

it('what anybody saw is shown to who has a bag and keeps no pages, while the server behind the shop is away', async () => {
    const page = await browser.newPage();
    await addSomethingToCart(page, 'en-us', 'price-asc');
    const product = new URL(page.url()).pathname;
    const seen = ['/en-us', '/en-us/collections/electronics', '/en-us/search?q=camera', product];
    for (const path of seen) {
        await page.goto(path);
    }
    await whileShopApiIsAway(async () => {
        await callBackEverything();
        for (const path of seen) {
            await visit(page, path);
            await page.getByText('The shop does not answer at the moment.').waitFor();
            await page.getByText(/^(Something|Your bag can’t)/).waitFor({ state: 'detached' });
        }
        await page.locator('form:has(input[name=variantId]) button[type=submit]').click();
        await page.getByRole('alert').getByText('We got no answer.').waitFor();
    });
    await page.getByRole('main').getByRole('link', { name: 'Try again' }).click();
    await page.getByText('The shop does not answer at the moment.').waitFor({ state: 'detached' });
});

describe.each([390, 1280])('while the server behind the shop is away, at %i px,', width => {
    it('pages that were seen are there, all others say what happens, and the purchase goes on afterwards', async () => {
        const page = await browser.newPage({ width, keepsPages: true });
        await addSomethingToCart(page, 'en-us', 'price-asc');
        const product = new URL(page.url()).pathname;
        const seen = ['/en-us', '/en-us/collections/electronics', '/en-us/legal/shipping', product];
        for (const path of seen) {
            await page.goto(path);
            // Its scripts have it kept, as soon as they come.
            await expect.poll(() => keptPages(page)).toContain(path);
        }
        await expect.poll(() => keptPages(page)).toContain('/en-us/offline');
        await page.goto('/de-gb/collections/electronics');
        const inBritain = new URL(page.url()).pathname;

        await whileShopApiIsAway(async () => {
            for (const path of seen) {
                await visit(page, path);
                await page.getByText(/^(Something|Your bag can’t)/).waitFor({ state: 'detached' });
                if (!path.includes('/legal/')) {
                    await page.getByText('The shop does not answer at the moment.').waitFor();
                }
                expect(await violations(page), path).toEqual([]);
            }
            // To where somebody was before, and to where nobody was: each leads on.
            await visit(page, '/en-us/collections/electronics');
            await changeRegion(page, 'de', 'gb');
            await page.waitForURL(`**${inBritain}`);
            await page.getByRole('heading', { name: 'Elektronik', level: 1 }).waitFor();
            await page.getByText('Der Shop antwortet im Moment nicht.').waitFor();
            await changeRegion(page, 'fr', 'fr');
            await page.getByRole('heading', { name: 'Un problème est survenu', level: 1 }).waitFor();
            await changeRegion(page, 'en', 'us');
            await page.waitForURL('**/en-us/**');

            for (const [path, heading] of personal) {
                await page.goto(path);
                await page.getByRole('heading', { name: heading, level: 1 }).waitFor();
                await page.getByRole('link', { name: 'Daylark' }).first().waitFor();
                expect(await violations(page), path).toEqual([]);
            }
            for (const [path, values, button, answer] of forms) {
                await visit(page, path);
                for (const [name, value] of Object.entries(values)) {
                    await page.locator(`main input[name=${name}]`).fill(value);
                }
                await page.getByRole('main').getByRole('button', { name: button }).click();
                await page.getByRole('alert').getByText(answer).waitFor();
                for (const [name, value] of Object.entries(values)) {
                    expect(await page.locator(`main input[name=${name}]`).inputValue()).toBe(value);
                }
            }
            await page.goto('/en-us/cart');
            await page.getByRole('button', { name: 'Try again' }).waitFor();
            expect(await lossesWhenEnlarged(page)).toEqual([]);
            await page.setViewportSize({ width, height: 900 });
        });
        await page.getByRole('button', { name: 'Try again' }).click();
        await page.getByRole('heading', { name: 'Your bag', level: 1 }).waitFor();
        await page.getByRole('link', { name: 'Checkout' }).click();
        await enterAddress(page, 'us', freshEmail('patient'));
        await chooseDelivery(page);
    });
});
