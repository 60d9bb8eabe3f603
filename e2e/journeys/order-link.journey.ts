import { describe, expect, it } from 'vitest';
import { useBrowser } from './support/browser';
import { linkIn, waitForMail } from './support/mailbox';
import { useShopDatabase } from './support/shop-database';
import { freshEmail, pay, reachPayment } from './support/shopping';

const browser = useBrowser();
const query = useShopDatabase();

describe('who ordered as a guest', () => {
    /** Places an order that is days old by now. */
    async function orderDaysAgo(email: string): Promise<string> {
        const page = await browser.newPage();
        await reachPayment(page, email);
        const code = await pay(page);
        await query(`UPDATE "order" SET "orderPlacedAt" = now() - interval '5 days' WHERE code = $1`, [code]);
        return code;
    }

    it('opens the order by the link in the mail, on another device and days later', async () => {
        const email = freshEmail('link');
        const code = await orderDaysAgo(email);
        const link = linkIn((await waitForMail(email)).html, `/en-us/orders/${code}/open?key=`);

        const other = await browser.newPage({ width: 390 });
        await other.goto(link);
        expect(new URL(other.url()).pathname).toBe(`/en-us/orders/${code}`);
        expect(other.url()).not.toContain('key');
        expect(await other.getByTestId('order-code').textContent()).toBe(code);
        await other.getByText('You placed the order').first().waitFor();
        await other.reload();
        expect(await other.getByTestId('order-code').textContent()).toBe(code);
    });

    it('opens it by its number and e-mail, days later too', async () => {
        const email = freshEmail('number');
        const code = await orderDaysAgo(email);
        const other = await browser.newPage();
        await other.goto(`/en-us/orders/${code}`);
        await other.waitForURL(/\/orders\?code=/);
        await other.locator('input[name=emailAddress]').fill(email);
        await other.getByRole('button', { name: 'Find order' }).click();
        await other.waitForURL(new RegExp(`/orders/${code}$`));
        expect(await other.getByTestId('order-code').textContent()).toBe(code);
    });

    it('is asked who they are by a link that somebody made up, or that is another order’s', async () => {
        const [mine, others] = [freshEmail('mine'), freshEmail('others')];
        const [code, otherCode] = [await orderDaysAgo(mine), await orderDaysAgo(others)];
        const link = linkIn((await waitForMail(others)).html, `/en-us/orders/${otherCode}/open?key=`);
        const key = new URL(link).searchParams.get('key') ?? '';
        const page = await browser.newPage();
        for (const wrong of [key, 'zzzzzzz.AAAAAAAAAAAAAAAAAAAAAA', '']) {
            await page.goto(`/en-us/orders/${code}/open?key=${wrong}`);
            await page.waitForURL(/\/orders\?code=/);
        }
    });
});
