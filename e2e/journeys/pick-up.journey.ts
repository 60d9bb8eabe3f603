import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violations } from './support/axe';
import { shopUrl, useBrowser } from './support/browser';
import { useShopDatabase } from './support/shop-database';

const browser = useBrowser();
const query = useShopDatabase();

interface Level {
    readonly id: number;
    readonly variantId: number;
    readonly productId: number;
    readonly onHand: number;
    readonly allocated: number;
}

/** What the places of the demo have of a product with several variants, of which the warehouses have many. */
const LEVELS = `
    SELECT l.id, v.id AS "variantId", v."productId", l."stockOnHand" AS "onHand", l."stockAllocated" AS allocated
      FROM stock_level l
      JOIN stock_location p ON p.id = l."stockLocationId" AND p."customFieldsEfiispickupplace"
      JOIN product_variant v ON v.id = l."productVariantId" AND v."deletedAt" IS NULL AND v.enabled
     WHERE v."productId" = (
           SELECT w."productId" FROM product_variant w
             JOIN stock_level s ON s."productVariantId" = w.id
            WHERE w."deletedAt" IS NULL AND w.enabled
            GROUP BY w."productId"
           HAVING count(DISTINCT w.id) > 1 AND min(s."stockOnHand" - s."stockAllocated") > 3
            ORDER BY w."productId" LIMIT 1)
     ORDER BY v.id`;

describe('where a product can be fetched', () => {
    let levels: Level[] = [];
    let slug = '';

    beforeAll(async () => {
        levels = await query<Level>(LEVELS);
        const [row] = await query<{ slug: string }>(
            `SELECT slug FROM product_translation WHERE "baseId" = $1 AND "languageCode" = 'en'`,
            [levels[0]?.productId],
        );
        slug = row?.slug ?? '';
    });
    afterAll(async () => {
        for (const { id, onHand, allocated } of levels) {
            await query('UPDATE stock_level SET "stockOnHand" = $2, "stockAllocated" = $3 WHERE id = $1', [
                id,
                onHand,
                allocated,
            ]);
        }
    });

    const first = () => levels[0]?.variantId ?? 0;

    /** Puts so many pieces of the first variant, and of all others, on the counter. */
    async function lay(ofFirst: number, ofOthers = 0): Promise<void> {
        await query(
            `UPDATE stock_level SET "stockAllocated" = 0,
                    "stockOnHand" = CASE WHEN "productVariantId" = $2 THEN $3::int ELSE $4::int END
              WHERE id = ANY($1::int[])`,
            [levels.map(({ id }) => id), first(), ofFirst, ofOthers],
        );
    }

    async function open(page: Page, locale = 'en-us', name = 'Pick up in person') {
        await page.goto(`/${locale}/products/${slug}?variant=${first()}`);
        const part = page.getByRole('region', { name });
        await part.scrollIntoViewIfNeeded();
        return part;
    }

    const atCounter = (part: Locator) => part.getByRole('listitem').filter({ hasText: 'Daylark Corner' });

    it('is told as it is now, of the variant that is chosen', async () => {
        const page = await browser.newPage({ width: 390 });
        await lay(9, 0);
        const part = await open(page);
        await atCounter(part).getByText('In stock').waitFor();
        await page.locator('fieldset a:not([aria-current])').first().click();
        await atCounter(part).getByText('Not here').waitFor();
        await part.getByText('You can’t pick it up anywhere just now.').waitFor();
        await lay(1, 0);
        await atCounter(await open(page))
            .getByText('Only a few left')
            .waitFor();
        await lay(0, 0);
        await atCounter(await open(page))
            .getByText('Not here')
            .waitFor();
    });

    it('is not known while the shop does not answer, until it is asked again by keyboard', async () => {
        const page = await browser.newPage();
        await lay(9, 9);
        await page.route('**/pick-up?*', route => route.abort());
        const part = await open(page, 'de-de', 'Selbst abholen');
        await part.getByText('Wo es vorrätig ist, lässt sich gerade nicht sagen.').waitFor();
        expect(await violations(page)).toEqual([]);
        await page.unroute('**/pick-up?*');
        await part.getByRole('button', { name: 'Noch einmal versuchen' }).focus();
        await page.keyboard.press('Enter');
        await part.getByText('Auf Lager').waitFor();
        expect(await page.evaluate<string>('document.activeElement.getAttribute("aria-labelledby")')).toBe(
            'pick-up',
        );
    });

    it.each(['light', 'dark'] as const)('can be read by everybody, in %s colours', async colorScheme => {
        await lay(1, 1);
        for (const width of [390, 1280]) {
            const page = await browser.newPage({ width });
            await page.emulateMedia({ colorScheme });
            let answer: (() => void) | undefined;
            await page.route('**/pick-up?*', async route => {
                await new Promise<void>(resolve => (answer = resolve));
                await route.continue();
            });
            const part = await open(page, 'fr-fr', 'Retrait sur place');
            await part.getByText('Vérification…').waitFor();
            await expect.poll(() => answer).toBeDefined();
            expect(await violations(page)).toEqual([]);
            answer?.();
            await part.getByText('Plus que quelques-uns').waitFor();
            expect(await violations(page)).toEqual([]);
        }
    });

    it('is on no page that is kept, and is never kept itself', async () => {
        await lay(9, 9);
        const html = await (await fetch(`${shopUrl}/en-us/products/${slug}`)).text();
        expect(html).toContain('Pick up in person');
        const ask = (query: string) => fetch(`${shopUrl}/en-us/pick-up?${query}`);
        const { productId } = levels[0] ?? {};
        const answer = await ask(`product=${productId}&variant=${first()}`);
        expect(answer.headers.get('cache-control')).toBe('no-store');
        expect(answer.headers.get('set-cookie')).toBeNull();
        const stock = (await answer.json()) as object[];
        expect(stock).toEqual(
            ['Daylark Corner', 'Daylark Kiosk'].map(name => ({
                place: { id: expect.any(String) as string, name },
                availability: 'IN_STOCK',
            })),
        );
        const statuses = await Promise.all(
            [`product=${productId}&variant=999999`, `product=${productId}`, 'product=%22&variant=1'].map(
                async query => (await ask(query)).status,
            ),
        );
        expect(statuses).toEqual([404, 400, 400]);
        const page = await browser.newPage({ javaScriptEnabled: false });
        await page.goto(`/en-us/products/${slug}`);
        expect(await page.getByText('Pick up in person').isVisible()).toBe(false);
    });
});
