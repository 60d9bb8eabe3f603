import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { Merchant } from '../support/merchant';
import { violations } from './support/axe';
import { serverUrl, useBrowser } from './support/browser';
import { addSomethingToCart } from './support/shopping';

const browser = useBrowser();

const DAY = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * DAY).toISOString();

let count = 0;

/** A promotion in the market `de`, half off. @returns Its code. */
async function offer(promotion: object, conditions: readonly object[] = []): Promise<string> {
    const couponCode = `HALF${Date.now()}${++count}`;
    const { client } = await Merchant.signIn(`${serverUrl}/admin-api?vendure-token=de`);
    await client.run(
        `mutation ($input: CreatePromotionInput!) {
            createPromotion(input: $input) { ... on Promotion { id } ... on ErrorResult { errorCode message } } }`,
        {
            input: {
                ...{ enabled: true, couponCode, conditions, ...promotion },
                translations: [{ languageCode: 'de', name: couponCode, description: '' }],
                actions: [
                    {
                        code: 'order_percentage_discount',
                        arguments: [{ name: 'discount', value: '50' }],
                    },
                ],
            },
        },
    );
    return couponCode;
}

const fromAmount = (amount: number) => ({
    code: 'minimum_order_amount',
    arguments: [
        { name: 'amount', value: String(amount) },
        { name: 'taxInclusive', value: 'true' },
    ],
});

async function apply(page: Page, code: string): Promise<void> {
    await page.locator('#coupon').fill(code);
    await page.getByRole('button', { name: 'Apply' }).click();
}

describe('a coupon that does not help says why', () => {
    it.each([390, 1280])('with what is missing until it applies, at %i px', async width => {
        const code = await offer({}, [fromAmount(1_000_000)]);
        const page = await browser.newPage({ width });
        await addSomethingToCart(page, 'en-de', 'price-asc');
        await page.goto('/en-de/cart');
        await apply(page, code);
        await page.getByText(/Applies from €10,000\.00: €9,9\d\d\.\d\d to go\./).waitFor();
        expect(await violations(page)).toEqual([]);
    });

    it('that it begins later, has ended, is used up, or is unknown', async () => {
        const [later, over, none] = [
            await offer({ startsAt: inDays(2) }),
            await offer({ endsAt: inDays(-1) }),
            await offer({ usageLimit: 0 }),
        ];
        const page = await browser.newPage();
        await addSomethingToCart(page, 'en-de', 'price-asc');
        await page.goto('/en-de/cart');
        await apply(page, later);
        await page.getByText(/Valid from \d+ \w+ \d{4} on\./).waitFor();
        const alert = page.locator('#coupon-error');
        await apply(page, over);
        await alert.getByText(over).waitFor();
        const ended = await alert.textContent();
        await apply(page, none);
        await alert.getByText(none).waitFor();
        const usedUp = await alert.textContent();
        await apply(page, 'NOSUCHCODE');
        await alert.getByText('NOSUCHCODE').waitFor();
        const unknown = await alert.textContent();
        expect([ended, usedUp, unknown]).toEqual([
            expect.stringContaining('expired'),
            expect.stringContaining('used'),
            expect.stringContaining('don’t know'),
        ]);
    });

    it('that it is for certain customers', async () => {
        const code = await offer({}, [
            { code: 'customer_group', arguments: [{ name: 'customerGroupId', value: '999' }] },
        ]);
        const page = await browser.newPage();
        await addSomethingToCart(page, 'en-de', 'price-asc');
        await page.goto('/en-de/cart');
        await apply(page, code);
        await page.getByText('For certain customers only.').waitFor();
    });
});
