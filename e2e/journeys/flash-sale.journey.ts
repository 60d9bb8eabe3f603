import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { GraphQlClient } from '../support/graphql-client';
import { violations } from './support/axe';
import { serverUrl, useBrowser } from './support/browser';
import { type FlashSale, startFlashSale } from './support/flash-sale';
import { layoutShift } from './support/layout-shift';
import {
    addToCart,
    chooseDelivery,
    confirmedOrder,
    enterAddress,
    freshEmail,
    minorUnits,
    readTotals,
} from './support/shopping';

const browser = useBrowser();
const HOUR = 3_600_000;
const LOWEST = 'Niedrigster Preis der letzten 30 Tage vor der Ermäßigung';

let sale: FlashSale | undefined;
afterEach(async () => {
    await sale?.end();
    sale = undefined;
});

interface Product {
    readonly id: string;
    readonly slug: string;
    readonly name: string;
    readonly variants: readonly { readonly priceWithTax: number }[];
}

interface Offered extends Product {
    readonly variants: readonly {
        readonly priceWithTax: number;
        readonly stockLevel: string;
        readonly lowestPriceLast30Days: { readonly priceWithTax: number } | null;
    }[];
}

/** A product of one variant that is in stock and was not cheaper of late: another sale of it would be no reduction. */
async function somethingToSell(): Promise<Product> {
    const shop = new GraphQlClient(`${serverUrl}/shop-api?vendure-token=de&languageCode=de`);
    const { products } = await shop.run<{ products: { items: Offered[] } }>(
        `{ products(options: { take: 100 }) { items { id slug name variants {
            priceWithTax stockLevel lowestPriceLast30Days { priceWithTax } } } } }`,
    );
    const found = products.items.find(
        ({ variants: [only, ...others] }) =>
            only?.stockLevel === 'IN_STOCK' &&
            others.length === 0 &&
            only.lowestPriceLast30Days?.priceWithTax === only.priceWithTax,
    );
    if (!found) {
        throw new Error('Nothing with one variant is in stock at its lowest price.');
    }
    return found;
}

async function inTheList(page: Page, { name }: Product) {
    const card = page.locator('article').filter({ hasText: name });
    // The search index follows within seconds.
    await expect
        .poll(
            async () => {
                await page.goto(`/de-de/search?q=${encodeURIComponent(name)}`);
                return card.locator('s').count();
            },
            { timeout: 60_000 },
        )
        .toBe(1);
    return card;
}

describe('a flash sale', () => {
    it('is shown with its old price, the lowest of 30 days and its end, and is gone when it ends', async () => {
        const product = await somethingToSell();
        const before = product.variants[0]?.priceWithTax ?? 0;
        sale = await startFlashSale(product.id, -30, HOUR);
        const page = await browser.newPage({ width: 390 });
        const card = await inTheList(page, product);
        await card.getByText(LOWEST).waitFor();

        await page.clock.install();
        await page.goto(`/de-de/products/${product.slug}`);
        const price = page.getByTestId('price');
        expect(minorUnits((await price.locator('s').textContent()) ?? '')).toBe(before);
        await page.getByText(LOWEST).first().waitFor();
        const countdown = page.getByTestId('countdown');
        await expect.poll(() => countdown.textContent()).toMatch(/^00:\d\d:\d\d$/);
        expect(await countdown.getAttribute('aria-hidden')).toBe('true');
        expect(await layoutShift(page)).toBeLessThan(0.1);
        expect(await violations(page)).toEqual([]);

        await page.clock.fastForward(HOUR);
        await page.getByText('Das Angebot ist beendet').waitFor({ state: 'attached' });
        expect(await countdown.textContent()).toBe('');
    });

    it('says when it ends to who has no JavaScript', async () => {
        const product = await somethingToSell();
        sale = await startFlashSale(product.id, -30, HOUR);
        const page = await browser.newPage({ javaScriptEnabled: false });
        await page.goto(`/de-de/products/${product.slug}`);
        await page.getByText('Im Angebot bis').waitFor();
        const end = await page.locator('main time').first().getAttribute('datetime');
        expect(Date.parse(end ?? '') - Date.now()).toBeLessThan(HOUR);
    });

    it('that ended is said in the cart, and one click goes on at the new price', async () => {
        const product = await somethingToSell();
        const before = product.variants[0]?.priceWithTax ?? 0;
        sale = await startFlashSale(product.id, -30, HOUR);
        const page = await browser.newPage({ width: 390 });
        await page.goto(`/de-de/products/${product.slug}`);
        await addToCart(page);
        await sale.end();
        sale = undefined;
        await page.goto('/de-de/cart');
        const notice = page.getByTestId('price-changes');
        expect(await notice.textContent()).toContain(product.name);
        await notice.getByRole('button').click();
        await page.waitForURL(/\/checkout/);
        expect(minorUnits((await readTotals(page))['Artikel'])).toBe(before);
    });

    it('that ends before payment is said, with old and new price, and one more click pays', async () => {
        const product = await somethingToSell();
        const before = product.variants[0]?.priceWithTax ?? 0;
        sale = await startFlashSale(product.id, -30, HOUR);
        const page = await browser.newPage();
        await page.goto(`/de-de/products/${product.slug}`);
        await page.getByTestId('price').locator('s').waitFor();
        await addToCart(page);
        await page.goto('/de-de/cart');
        await page.locator('main li s').waitFor();
        await page.getByText(LOWEST).first().waitFor();
        expect(minorUnits((await page.locator('main li s').first().textContent()) ?? '')).toBe(before);

        await page.goto('/de-de/checkout');
        await enterAddress(page, 'de', freshEmail('sale'));
        await chooseDelivery(page);
        await sale.end();
        sale = undefined;
        const pay = page.locator('button[name=way][value=test-card]');
        await pay.click();
        const word = page.getByText('haben sich Preise geändert');
        await word.waitFor();
        expect(await word.textContent()).toContain(product.name);
        expect(minorUnits((await readTotals(page))['Artikel'])).toBe(before);
        await pay.click();
        await confirmedOrder(page);
    });
});
