import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { useBrowser } from './support/browser';
import { useShopDatabase } from './support/shop-database';
import { addToCart } from './support/shopping';

const browser = useBrowser();
const query = useShopDatabase();

/** A product of which two variants, that differ in one option only, can be bought. */
const PRODUCT = `
    SELECT t.slug, min(v.id) AS first, max(v.id) AS second
      FROM product_variant v
      JOIN product_translation t ON t."baseId" = v."productId" AND t."languageCode" = 'en'
      JOIN product_channels_channel c ON c."productId" = v."productId"
      JOIN channel ON channel.id = c."channelId" AND channel.token = 'us'
     WHERE v."deletedAt" IS NULL AND v.enabled
       AND (SELECT sum(s."stockOnHand" - s."stockAllocated") FROM stock_level s
             WHERE s."productVariantId" = v.id) > 20
       AND (SELECT count(*) FROM product_option_groups_product_option_group g WHERE g."productId" = v."productId") = 1
     GROUP BY t.slug, v."productId"
    HAVING count(*) > 1
     ORDER BY v."productId" LIMIT 1`;

describe('the options of a product', () => {
    let product = { slug: '', first: 0, second: 0 };
    beforeAll(async () => {
        const [row] = await query<typeof product>(PRODUCT);
        product = row ?? product;
    });

    const address = (variant: number) => `/en-us/products/${product.slug}?variant=${variant}`;
    const option = (page: Page, variant: number) => page.locator(`fieldset a[href="?variant=${variant}"]`);
    const chosen = (page: Page) => page.locator('fieldset a[aria-current]').getAttribute('href');

    it.each(['with', 'before', 'without'] as const)('are what is bought, %s scripts', async scripts => {
        const page = await browser.newPage({ javaScriptEnabled: scripts !== 'without' });
        if (scripts === 'before') {
            await page.route('**/_next/static/**/*.js', async route => {
                await new Promise(resolve => setTimeout(resolve, 3_000));
                await route.continue();
            });
        }
        await page.goto(address(product.first), {
            waitUntil: scripts === 'with' ? 'networkidle' : 'domcontentloaded',
        });
        await option(page, product.second).click();
        await page.waitForURL(`**${address(product.second)}`);
        expect(await chosen(page)).toBe(`?variant=${product.second}`);
        expect(await page.locator('input[name=variantId]').inputValue()).toBe(String(product.second));
        await page.locator('form:has(input[name=variantId]) button[type=submit]').click();
        await page.locator('[role=status] a[href$="/cart"]').waitFor();
        await page.goto('/en-us/cart');
        await page.locator(`h2 a[href$="?variant=${product.second}"]`).waitFor();
    });

    it('change the page in place, with the focus where it was', async () => {
        const page = await browser.newPage();
        await page.goto(address(product.first), { waitUntil: 'networkidle' });
        await page.evaluate('window.isMarked = true');
        await option(page, product.second).press('Enter');
        await page.waitForURL(`**${address(product.second)}`);
        expect(await page.evaluate('document.activeElement.getAttribute("href")')).toBe(
            `?variant=${product.second}`,
        );
        expect(await page.evaluate('window.isMarked')).toBe(true);
    });

    it('are those of the line that leads back to the page from the drawer, which closes', async () => {
        const page = await browser.newPage();
        await page.goto(address(product.first), { waitUntil: 'networkidle' });
        await addToCart(page);
        await option(page, product.second).click();
        expect(await chosen(page)).toBe(`?variant=${product.second}`);
        const drawer = page.getByRole('dialog');
        for (const when of ['from the other variant', 'from the same one']) {
            await page.getByRole('link', { name: 'Bag, 1 item' }).click();
            await drawer.locator(`a[href$="?variant=${product.first}"]`).click();
            await drawer.waitFor({ state: 'detached' });
            await expect.poll(() => chosen(page)).toBe(`?variant=${product.first}`);
            expect(await page.locator('input[name=variantId]').inputValue(), when).toBe(
                String(product.first),
            );
        }
    });
});
