import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { makeAccount, password } from './support/account';
import { violations } from './support/axe';
import { useBrowser } from './support/browser';
import { untilAlive } from './support/scripts';
import { whileShopApiIsAway } from './support/shop-api-away';
import {
    addSomethingToCart,
    fillInAddress,
    freshEmail,
    pay,
    reachPayment,
    sendAddress,
} from './support/shopping';

const browser = useBrowser();

const SENTENCE = 'We got no answer. What you entered is still here: please try again in a moment.';

type Without = (page: Page, act: () => Promise<void>) => Promise<void>;

const ways: ReadonlyArray<readonly [string, Without]> = [
    [
        'the network is gone',
        async (page, act) => {
            await page.context().setOffline(true);
            try {
                await act();
            } finally {
                await page.context().setOffline(false);
            }
        },
    ],
    ['the server behind the shop is away', (_page, act) => whileShopApiIsAway(act)],
];

const valueOf = (page: Page, name: string) => page.locator(`[name=${name}]`).inputValue();

async function open(page: Page, path: string, selector: string): Promise<void> {
    await page.goto(path);
    await untilAlive(page, selector);
}

describe.each(ways)('while %s', (_way, without) => {
    it('the checkout’s address stays, and is sent again', async () => {
        const page = await browser.newPage({ width: 390 });
        await addSomethingToCart(page, 'en-us', 'price-asc');
        await open(page, '/en-us/checkout', 'input[name=streetLine1]');
        await fillInAddress(page, 'us', freshEmail('patient'));
        await page.getByLabel('I am buying for a company').check();
        await page.locator('input[name=company]').fill('Analytical Engines');
        await without(page, async () => {
            await sendAddress(page);
            await page.getByRole('alert').getByText(SENTENCE).waitFor();
            expect(await valueOf(page, 'streetLine1')).toBe('1 Main Street');
            expect(await valueOf(page, 'company')).toBe('Analytical Engines');
            expect(await page.locator('input[name=isCompany]').isChecked()).toBe(true);
            expect(await violations(page)).toEqual([]);
        });
        await sendAddress(page);
        await page.waitForURL(/step=delivery/);
    });

    it('a coupon’s code stays and is taken again, and it is said that one was not removed', async () => {
        const page = await browser.newPage();
        await addSomethingToCart(page, 'en-gb');
        await open(page, '/en-gb/cart', '#coupon');
        await page.locator('#coupon').fill('WELCOME10');
        const apply = page.getByRole('button', { name: 'Apply' });
        await without(page, async () => {
            await apply.click();
            await page.getByRole('alert').getByText(SENTENCE).waitFor();
            expect(await page.locator('#coupon').inputValue()).toBe('WELCOME10');
        });
        await apply.click();
        const applied = page.getByText('Applied', { exact: true });
        await applied.waitFor();
        expect(await page.locator('#coupon').inputValue()).toBe('');

        const remove = page.getByRole('button', { name: 'Remove coupon WELCOME10' });
        await without(page, async () => {
            await remove.click();
            await page.getByRole('alert').getByText(SENTENCE).waitFor();
            await applied.waitFor();
        });
        await remove.click();
        await applied.waitFor({ state: 'detached' });
    });

    it('a payment can be asked for again, and is made once; so can the withdrawal, whose words stay', async () => {
        const email = freshEmail('withdrawing');
        const page = await browser.newPage();
        await reachPayment(page, email);
        await untilAlive(page, 'button[name=way]');
        await without(page, async () => {
            await page.locator('button[name=way][value=test-card]').click();
            await page.getByRole('alert').getByText('We have not heard how the payment went.').waitFor();
        });
        const code = await pay(page);

        await open(page, '/en-us/withdraw', 'textarea[name=goods]');
        const written = { name: 'Ada Example', orderCode: code, emailAddress: email, goods: 'All of it' };
        for (const [name, value] of Object.entries(written)) {
            await page.locator(`[name=${name}]`).fill(value);
        }
        const confirm = page.getByRole('button', { name: 'Confirm withdrawal' });
        await without(page, async () => {
            await confirm.click();
            await page.getByRole('alert').getByText(SENTENCE).waitFor();
            for (const [name, value] of Object.entries(written)) {
                expect(await valueOf(page, name)).toBe(value);
            }
        });
        await confirm.click();
        await page.getByRole('heading', { name: 'Your withdrawal has arrived' }).waitFor();
    });

    it('the password of a sign-in stays', async () => {
        const email = freshEmail('unheard');
        await makeAccount(await browser.newPage(), email);
        const page = await browser.newPage();
        await open(page, '/en-gb/sign-in', 'input[name=password]');
        await page.locator('input[name=emailAddress]').fill(email);
        await page.locator('input[name=password]').fill(password);
        const signIn = page.getByRole('button', { name: 'Sign in', exact: true });
        await without(page, async () => {
            await signIn.click();
            await page.getByRole('alert').getByText(SENTENCE).waitFor();
            expect(await valueOf(page, 'password')).toBe(password);
        });
        await signIn.click();
        await page.waitForURL(/\/account$/);
    });
});

it('what was chosen in the question about consent stays while the network is gone', async () => {
    const page = await browser.newPage({ consent: 'undecided' });
    await open(page, '/en-us', '#consent-banner form');
    const banner = page.locator('#consent-banner');
    await banner.getByText('Choose one by one').click();
    const statistics = banner.getByRole('checkbox', { name: /^Statistics/ });
    await statistics.check();
    const save = banner.getByRole('button', { name: 'Save my choice' });
    await page.context().setOffline(true);
    await save.click();
    await banner.getByText(SENTENCE).waitFor();
    expect(await statistics.isChecked()).toBe(true);
    await page.context().setOffline(false);
    await save.click();
    await banner.waitFor({ state: 'detached' });
    const cookies = await page.context().cookies();
    expect(cookies.find(({ name }) => name === 'efi_consent')?.value).toMatch(/~analytics$/);
});

it('a form without scripts is sent to its action', async () => {
    const buyer = await browser.newPage();
    await addSomethingToCart(buyer, 'en-gb');
    const page = await browser.newPage({ javaScriptEnabled: false });
    await page.context().addCookies(await buyer.context().cookies());
    await page.goto('/en-gb/cart');
    await page.locator('#coupon').fill('NOSUCHCODE');
    await page.getByRole('button', { name: 'Apply' }).click();
    await page.getByText('We don’t know the code').waitFor();
});
