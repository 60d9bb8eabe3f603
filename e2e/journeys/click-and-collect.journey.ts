import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violations } from './support/axe';
import { useBrowser } from './support/browser';
import { open, signedIn } from './support/dashboard';
import { waitForMail } from './support/mailbox';
import { useShopDatabase } from './support/shop-database';
import { addToCart, enterAddress, freshEmail, pay } from './support/shopping';
import { makeStaff } from './support/staff';

const browser = useBrowser();
const query = useShopDatabase();

interface Level {
    readonly id: number;
    readonly place: string;
    readonly productId: number;
    readonly onHand: number;
    readonly allocated: number;
}

/** What each place of the demo has of one product with a single variant, of which the warehouses have many. */
const LEVELS = `
    SELECT l.id, p.name AS place, v."productId", l."stockOnHand" AS "onHand", l."stockAllocated" AS allocated
      FROM stock_level l
      JOIN stock_location p ON p.id = l."stockLocationId" AND p."customFieldsEfiispickupplace"
      JOIN product_variant v ON v.id = l."productVariantId"
     WHERE v."productId" = (
           SELECT w."productId" FROM product_variant w
             JOIN stock_level s ON s."productVariantId" = w.id
            WHERE w."deletedAt" IS NULL AND w.enabled
            GROUP BY w."productId"
           HAVING count(DISTINCT w.id) = 1 AND max(s."stockOnHand" - s."stockAllocated") > 50
            ORDER BY w."productId" LIMIT 1)`;

const CORNER = 'Daylark Corner';
const KIOSK = 'Daylark Kiosk';

describe('who fetches an order', () => {
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

    /** So many pieces lie at each place from here on, and nobody has bought any there. */
    async function lay(pieces: Readonly<Record<string, number>>): Promise<void> {
        for (const { id, place } of levels) {
            await query('UPDATE stock_level SET "stockAllocated" = 0, "stockOnHand" = $2 WHERE id = $1', [
                id,
                pieces[place] ?? 0,
            ]);
        }
    }

    const allocatedAt = async (place: string) => {
        const { id } = levels.find(level => level.place === place) ?? {};
        const [row] = await query<{ allocated: number }>(
            'SELECT "stockAllocated" AS allocated FROM stock_level WHERE id = $1',
            [id],
        );
        return row?.allocated;
    };

    /** A guest with one piece in the bag, at the step that asks how they get it. */
    async function reachDelivery(page: Page, email = freshEmail('collector')): Promise<void> {
        await page.goto(`/en-us/products/${slug}`);
        await addToCart(page);
        await page.goto('/en-us/checkout', { waitUntil: 'networkidle' });
        await enterAddress(page, 'us', email);
        await page.waitForLoadState('networkidle');
    }

    const collect = (page: Page) => page.getByRole('radio', { name: /Click and collect/ });
    const places = (page: Page) => page.getByRole('radiogroup', { name: 'Where will you pick it up?' });
    const place = (page: Page, name: string) => places(page).getByRole('radio', { name: new RegExp(name) });
    const goOn = (page: Page) => page.getByRole('button', { name: 'Continue to payment' }).click();

    it.each([390, 1280])(
        'chooses where, and finds it on order, mail and in the Dashboard, %i px wide',
        async width => {
            await lay({ [CORNER]: 4, [KIOSK]: 4 });
            const email = freshEmail('collector');
            const page = await browser.newPage({ width });
            await reachDelivery(page, email);
            expect(await places(page).isVisible()).toBe(false);
            await collect(page).check();
            await places(page).waitFor();
            // The kiosk is in the shopper's country.
            expect(await places(page).getByRole('radio').first().getAttribute('value')).toBe(
                await place(page, KIOSK).getAttribute('value'),
            );
            expect(await places(page).innerText()).toContain('12 Lantern Row, Memphis 38103');
            expect(await places(page).innerText()).toContain('Mon – Sat');

            await goOn(page);
            const problem = page.locator('#placeId-error');
            expect(await problem.textContent()).toBe('Please choose where you will pick it up.');
            expect(await page.evaluate('document.activeElement.getAttribute("role")')).toBe('radiogroup');
            expect(await violations(page)).toEqual([]);

            await place(page, KIOSK).focus();
            await page.keyboard.press('Space');
            await goOn(page);
            await page.waitForURL(/step=payment/);
            expect(await page.locator('main').innerText()).toContain(KIOSK);
            const code = await pay(page);
            const confirmation = await page.locator('main').innerText();
            expect(confirmation).toContain('Pick up at');
            expect(confirmation).toContain('12 Lantern Row');
            expect(confirmation).toContain('Please bring the order number');
            expect(confirmation).toContain('Billing address');
            expect(confirmation).not.toContain('Delivery address');
            expect(await violations(page)).toEqual([]);
            expect(await allocatedAt(KIOSK)).toBe(1);
            expect(await allocatedAt(CORNER)).toBe(0);

            const { html } = await waitForMail(email);
            expect(html).toContain(code);
            expect(html).toContain('12 Lantern Row');
            const staff = await signedIn(browser, await makeStaff());
            await open(staff, 'orders', 'Orders');
            await staff.getByText(code, { exact: true }).click();
            await staff.getByTestId('pick-up-place').getByText(KIOSK).waitFor();
        },
    );

    it('finds the place again after a reload, in a second tab, and when they have it delivered in between', async () => {
        await lay({ [CORNER]: 4, [KIOSK]: 4 });
        const page = await browser.newPage();
        await reachDelivery(page);
        await collect(page).check();
        await place(page, CORNER).check();
        await goOn(page);
        await page.waitForURL(/step=payment/);
        await page.reload();
        expect(await page.locator('main').innerText()).toContain(CORNER);
        const second = await page.context().newPage();
        await second.goto('/en-us/checkout?step=delivery', { waitUntil: 'networkidle' });
        expect(await collect(second).isChecked()).toBe(true);
        expect(await place(second, CORNER).isChecked()).toBe(true);

        await second.getByRole('radio', { name: /Standard delivery/ }).check();
        expect(await places(second).isVisible()).toBe(false);
        await goOn(second);
        await second.waitForURL(/step=payment/);
        await second.goto('/en-us/checkout?step=delivery', { waitUntil: 'networkidle' });
        await collect(second).check();
        expect(await place(second, CORNER).isChecked()).toBe(false);
        await second.getByRole('radio', { name: /Standard delivery/ }).check();
        await goOn(second);
        await second.waitForURL(/step=payment/);
        await pay(second);
        const confirmation = await second.locator('main').innerText();
        expect(confirmation).toContain('Delivery address');
        expect(confirmation).not.toContain(CORNER);
    });

    it('is told what is missing where, and what to do when somebody was faster', async () => {
        await lay({ [CORNER]: 4, [KIOSK]: 0 });
        const page = await browser.newPage({ width: 390 });
        await reachDelivery(page);
        await collect(page).check();
        expect(await place(page, KIOSK).isDisabled()).toBe(true);
        expect(await places(page).innerText()).toContain('Not here just now');
        // The only one that has it.
        expect(await place(page, CORNER).isChecked()).toBe(true);
        expect(await violations(page)).toEqual([]);

        await lay({ [CORNER]: 0, [KIOSK]: 4 });
        await goOn(page);
        await page.locator('#placeId-error').getByText('Somebody was faster').waitFor();
        await place(page, KIOSK).check();
        await goOn(page);
        await page.waitForURL(/step=payment/);

        await lay({ [CORNER]: 4, [KIOSK]: 0 });
        await page.locator('button[name=way][value=test-card]').click();
        await page.getByText(`${KIOSK} no longer has everything`).waitFor();
        await page.reload();
        await page.getByRole('heading', { name: `${KIOSK} no longer has all of this` }).waitFor();
        expect(await violations(page)).toEqual([]);
        await page.getByRole('link', { name: 'Choose another place, or have it delivered' }).click();
        await page.waitForURL(/step=delivery/);
        await place(page, CORNER).check();
        await goOn(page);
        await page.waitForURL(/step=payment/);
        await pay(page);
        expect(await allocatedAt(CORNER)).toBe(1);
    });

    it('can do so in a browser without scripts', async () => {
        await lay({ [CORNER]: 4, [KIOSK]: 4 });
        const buyer = await browser.newPage();
        await reachDelivery(buyer);
        const page = await browser.newPage({ javaScriptEnabled: false });
        await page.context().addCookies(await buyer.context().cookies());
        await page.goto('/en-us/checkout?step=delivery');
        expect(await places(page).isVisible()).toBe(false);
        await collect(page).check();
        await place(page, CORNER).check();
        await goOn(page);
        await page.waitForURL(/step=payment/);
        expect(await page.locator('main').innerText()).toContain(CORNER);
    });

    it.each([
        ['light', 'de-de', 'Click & Collect', 'Wo holen Sie es ab?'],
        ['dark', 'fr-fr', 'Retrait en magasin', 'Où souhaitez-vous le retirer ?'],
    ] as const)(
        'can be read by everybody, in %s colours and %s',
        async (colorScheme, locale, way, question) => {
            await lay({ [CORNER]: 1, [KIOSK]: 0 });
            for (const width of [390, 1280]) {
                const page = await browser.newPage({ width });
                await page.emulateMedia({ colorScheme });
                await page.goto(`/${locale}/products/${slug}`);
                await addToCart(page);
                await page.goto(`/${locale}/checkout`, { waitUntil: 'networkidle' });
                await enterAddress(page, 'de', freshEmail('reader'));
                await page.waitForLoadState('networkidle');
                await page.getByRole('radio', { name: new RegExp(way) }).check();
                const group = page.getByRole('radiogroup', { name: question });
                await group.getByText('Laternengasse 4, 04109 Leipzig').waitFor();
                const label = await group.locator('label').first().boundingBox();
                expect(label?.height).toBeGreaterThanOrEqual(44);
                expect(await violations(page)).toEqual([]);
            }
        },
    );
});
