import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useBrowser } from './support/browser';
import { reserveAllBut } from './support/other-shopper';
import {
    addToCart,
    chooseDelivery,
    enterAddress,
    freshEmail,
    openSomethingToBuy,
    pay,
} from './support/shopping';
import { goToTestBank, submitCard, testCards } from './support/test-bank';

const browser = useBrowser();

/** To the payment step with two of something of which the shop has many, unlike what the other journeys buy. */
async function reachPaymentWithTwo(page: Page): Promise<string> {
    await openSomethingToBuy(page, 'en-us', 'price-asc');
    const variantId = await page.locator('input[name=variantId]').inputValue();
    await addToCart(page, 2);
    await page.goto('/en-us/checkout');
    await enterAddress(page, 'us', freshEmail('payer'));
    await chooseDelivery(page);
    return variantId;
}

/** While somebody else has all but one. */
async function withOneLeft(variantId: string, work: () => Promise<void>): Promise<void> {
    const letGo = await reserveAllBut(1, variantId);
    try {
        await work();
    } finally {
        await letGo();
    }
}

const shortfall = 'you chose 2, 1 is left';

describe('a shopper who was too slow', () => {
    it('is told which line fell short and what is left, and buys that', async () => {
        const page = await browser.newPage();
        const variantId = await reachPaymentWithTwo(page);
        await withOneLeft(variantId, async () => {
            await page.locator('button[value=test-card]').click();
            await page.getByRole('listitem').filter({ hasText: shortfall }).waitFor();
            await page.getByText(`${shortfall}. Please adjust your bag.`).waitFor();
            await page.getByRole('button', { name: 'Adjust my bag' }).click();
            await page.getByRole('listitem').filter({ hasText: shortfall }).waitFor({ state: 'detached' });
            expect(await pay(page)).not.toBe('');
        });
    });

    it('is told so too on the way back from the provider, and buys all when it is there again', async () => {
        const page = await browser.newPage();
        const variantId = await reachPaymentWithTwo(page);
        await goToTestBank(page);
        const other = await page.context().newPage();
        await other.goto('/en-us/checkout?step=delivery');
        await chooseDelivery(other);
        await withOneLeft(variantId, async () => {
            await submitCard(page, testCards.accepted);
            await page.getByText(`${shortfall}. Please adjust your bag.`).waitFor();
            await page.getByRole('link', { name: 'Choose how to pay' }).click();
            await page.getByRole('listitem').filter({ hasText: shortfall }).waitFor();
        });
        expect(await pay(page)).not.toBe('');
    });
});
