import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { makeAccount } from './support/account';
import { violations } from './support/axe';
import { useBrowser } from './support/browser';
import { layoutShift } from './support/layout-shift';
import { eventually, watchEvents } from './support/recorded';
import { useShopDatabase } from './support/shop-database';
import { addSomethingToCart, chooseDelivery, enterAddress, freshEmail, pay } from './support/shopping';

const browser = useBrowser();
const query = useShopDatabase();

/** Buys something, so that there is something that sells. */
async function buy(page: Page): Promise<void> {
    await addSomethingToCart(page, 'en-us', 'price-asc');
    await page.goto('/en-us/checkout');
    await enterAddress(page, 'us', freshEmail('trend'));
    await chooseDelivery(page);
    await pay(page);
}

/** The rail of what sells. A shop that is busy may go without once. */
async function openTrending(page: Page) {
    const rail = page.getByTestId('rail-TRENDING').filter({ has: page.locator('h3') });
    await eventually(async () => {
        await page.goto('/en-us', { waitUntil: 'networkidle' });
        return (await rail.count()) > 0 ? true : undefined;
    }, 'what sells now');
    return rail;
}

/** Of the page as it comes with a rail: nothing moves, and nobody is shut out. */
async function expectSteady(page: Page): Promise<void> {
    const rails = page.getByTestId(/^rail-/).filter({ has: page.locator('h3') });
    await eventually(async () => {
        await page.reload({ waitUntil: 'networkidle' });
        return (await rails.count()) > 0 ? true : undefined;
    }, `a rail on ${page.url()}`);
    expect(await layoutShift(page), `what moves on ${page.url()}`).toBe(0);
    expect(await violations(page)).toEqual([]);
}

describe('recommendations', () => {
    it('are shown, chosen, and known by the order that came of them', async () => {
        const page = await browser.newPage({ consent: 'accepted' });
        await buy(page);
        const recorded = await watchEvents(query);
        const rail = await openTrending(page);
        await expectSteady(page);
        await rail.scrollIntoViewIfNeeded();
        await rail.getByRole('button', { name: /^Why / }).first().click();
        await page.getByText('Nothing that you bought was used').filter({ visible: true }).waitFor();
        await page.keyboard.press('Escape');
        await rail.locator('h3 a').first().focus();
        await page.keyboard.press('Enter');
        await page.waitForURL(/\/products\//);
        const events = await recorded.until('recommendation-shown', 'recommendation-clicked');
        const clicked = events.find(({ type }) => type === 'recommendation-clicked');
        expect(clicked?.recommendationId).toBe(
            events.find(({ type }) => type === 'recommendation-shown')?.recommendationId,
        );
        await expectSteady(page);
        await page.locator('form:has(input[name=variantId]) button[type=submit]').click();
        await page.locator('[role=status] a[href$="/cart"]').waitFor();
        await page.goto('/en-us/cart');
        await expectSteady(page);
        await page.goto('/en-us/checkout');
        await enterAddress(page, 'us', freshEmail('attributed'));
        await chooseDelivery(page);
        await pay(page);
        await expectSteady(page);
        await eventually(async () => {
            const rows = await query(
                'SELECT 1 FROM efi_recommendation_list WHERE id = $1 AND $2 = ANY (clicked) AND $2 = ANY (bought)',
                [clicked?.recommendationId?.split('.')[0], clicked?.productId],
            );
            return rows.length > 0 ? rows : undefined;
        }, 'the order in the books of the recommendation');
    });

    it('are hidden and taken back, and stay impersonal once that is chosen', async () => {
        const page = await browser.newPage({ width: 390 });
        await makeAccount(page, freshEmail('chooser'));
        // The account's page.
        await expectSteady(page);
        const rail = await openTrending(page);
        const label = await rail.getByRole('button', { name: /^Why / }).first().getAttribute('aria-label');
        const name = label?.replace(/^Why |\?$/g, '') ?? '';
        const hide = async () => {
            await rail.getByRole('button', { name: label ?? '' }).click();
            await page.getByRole('button', { name: 'Don’t show me this' }).click();
            await page.getByText(`You won’t see ${name} here again.`).waitFor();
        };
        await hide();
        await page.getByRole('button', { name: 'Undo' }).click();
        await page.getByText(`You won’t see ${name} here again.`).waitFor({ state: 'detached' });
        await hide();
        await page.goto('/en-us/account/privacy');
        await page.getByRole('button', { name: 'Don’t use my purchases' }).click();
        await page.getByRole('button', { name: 'Use my purchases', exact: true }).waitFor();
        await page.reload();
        await page.getByText('What you bought is not used for recommendations').waitFor();
        await page.getByRole('button', { name: `Show ${name} again` }).click();
        await page.getByRole('button', { name: `Show ${name} again` }).waitFor({ state: 'detached' });
    });
});
