/*
 * Takes a picture of every page of a running shop, on a phone and a desktop, light and dark:
 *
 *     EFI_SHOP_URL=http://localhost:3001 EFI_CUSTOMER=mail/password node scripts/screenshots.mjs FOLDER [PART OF A NAME]
 *
 * To be looked at after each change of what many pages share. EFI_CUSTOMER is one of the demo accounts.
 */
import sparticuz from '@sparticuz/chromium';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';

const [folder = 'screenshots', only = ''] = process.argv.slice(2);
const shopUrl = process.env.EFI_SHOP_URL ?? 'http://localhost:3001';
const [email = '', password = ''] = (process.env.EFI_CUSTOMER ?? '').split('/');
const locale = process.env.EFI_LOCALE ?? 'en-us';

const widths = { phone: 390, desktop: 1280 };
const themes = /** @type {const} */ (['light', 'dark']);

/** What each page needs before it. A name stands for a path where nothing has to be done. */
const pages = {
    'home-with-question': '',
    'search-nothing': '/search?q=zzzz',
    search: '/search?q=camera',
    list: '/collections/electronics',
    product: '/products/corvane-slate-laptop',
    'cart-empty': '/cart',
    compare: compareSome,
    cart: fillCart,
    'cart-drawer': openDrawer,
    'checkout-address': '/checkout',
    'checkout-delivery': enterAddress,
    'checkout-payment': chooseDelivery,
    'sign-in': '/sign-in',
    register: '/register',
    'forgot-password': '/forgot-password',
    'reset-password': '/reset-password?token=x',
    'order-lookup': '/orders',
    withdraw: '/withdraw',
    terms: '/legal/terms',
    imprint: '/legal/imprint',
    'not-found': '/nothing-here',
    offline: '/offline',
    account: signIn,
    order: openOrder,
    addresses: '/account/addresses/new',
    sessions: '/account/sessions',
    privacy: '/account/privacy',
    'order-confirmed': buy,
};

/** @param {import('playwright-core').Page} page */
async function refuseConsent(page) {
    await page.goto(`${shopUrl}/${locale}`, { waitUntil: 'networkidle' });
    await page.locator('#consent-banner button[name=answer][value=refuse]').click();
    await page.locator('#consent-banner').waitFor({ state: 'detached' });
}

/** @param {import('playwright-core').Page} page */
async function compareSome(page) {
    for (const slug of ['corvane-slate-laptop', 'corvane-folio-tablet']) {
        await page.goto(`${shopUrl}/${locale}/products/${slug}`);
        await page.locator('button[name=compared][value=yes]').click();
        await page.locator('button[name=compared][value=no]').waitFor();
    }
    await page.goto(`${shopUrl}/${locale}/compare`);
}

/** @param {import('playwright-core').Page} page */
async function fillCart(page) {
    await page.goto(`${shopUrl}/${locale}/search?sort=price-asc`);
    const links = await page.getByRole('article').getByRole('link').all();
    const addresses = await Promise.all(links.slice(0, 6).map(link => link.getAttribute('href')));
    let added = 0;
    for (const address of addresses) {
        await page.goto(shopUrl + address);
        const button = page.locator('form:has(input[name=variantId]) button[type=submit]');
        if (added < 3 && (await button.count()) > 0) {
            await button.click();
            await page.getByRole('dialog').waitFor();
            added++;
        }
    }
    await page.goto(`${shopUrl}/${locale}/cart`);
}

/** @param {import('playwright-core').Page} page */
async function openDrawer(page) {
    await page.goto(`${shopUrl}/${locale}`, { waitUntil: 'networkidle' });
    await page.locator('header a[href$="/cart"]').click();
    await page.getByRole('dialog').waitFor();
}

/** @param {import('playwright-core').Page} page */
async function enterAddress(page) {
    await page.goto(`${shopUrl}/${locale}/checkout`, { waitUntil: 'networkidle' });
    const mail = page.locator('input[name=emailAddress]:not([type=hidden])');
    if ((await mail.count()) > 0) {
        await mail.fill(`picture-${Date.now()}@example.com`);
    }
    await page.locator('select[name=countryCode]').selectOption('US');
    const fields = {
        ...{ firstName: 'Ada', lastName: 'Example', streetLine1: '1 Main Street' },
        ...{ postalCode: '94107', city: 'San Francisco', province: 'CA' },
    };
    for (const [name, value] of Object.entries(fields)) {
        await page.locator(`input[name=${name}]`).fill(value);
    }
    await page.locator('form:has(input[name=streetLine1]) button[type=submit]').click();
    await page.waitForURL(/step=delivery/);
}

/** @param {import('playwright-core').Page} page */
async function chooseDelivery(page) {
    await page.locator('form:has(input[name=shippingMethodId]) button[type=submit]').click();
    await page.waitForURL(/step=payment/);
}

/** @param {import('playwright-core').Page} page */
async function buy(page) {
    await fillCart(page);
    await enterAddress(page);
    await chooseDelivery(page);
    await page.locator('button[name=way][value=test-card]').click();
    await page.waitForURL(/placed=1/);
}

/** @param {import('playwright-core').Page} page */
async function openOrder(page) {
    await page.goto(`${shopUrl}/${locale}/account`);
    await page.locator('main a[href*="/orders/"]').first().click();
    await page.waitForURL(/\/orders\//);
}

/** @param {import('playwright-core').Page} page */
async function signIn(page) {
    await page.goto(`${shopUrl}/${locale}/sign-in`, { waitUntil: 'networkidle' });
    await page.locator('input[name=emailAddress]').fill(email);
    await page.locator('input[name=password]').fill(password);
    await page.locator('form:has(input[name=password]) button[type=submit]').click();
    await page.waitForURL(/\/account$/);
}

mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? (await sparticuz.executablePath()),
    args: ['--no-sandbox'],
});
for (const [device, width] of Object.entries(widths)) {
    const context = await browser.newContext({ viewport: { width, height: 860 }, serviceWorkers: 'block' });
    const page = await context.newPage();
    page.setDefaultTimeout(30_000);
    let isAnswered = false;
    for (const [name, prepare] of Object.entries(pages)) {
        if (!name.includes(only)) {
            continue;
        }
        try {
            if (name !== 'home-with-question' && !isAnswered) {
                await refuseConsent(page);
                isAnswered = true;
            }
            await (typeof prepare === 'string' ? page.goto(`${shopUrl}/${locale}${prepare}`) : prepare(page));
        } catch (error) {
            console.error(`${name} (${device}): ${String(error).split('\n')[0]}`);
        }
        for (const theme of themes) {
            await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
            // What is asked for when it comes near has to come near.
            await page.evaluate(
                `document.querySelectorAll('img[loading=lazy]').forEach(img => (img.loading = 'eager'))`,
            );
            await page.waitForLoadState('networkidle').catch(() => undefined);
            const file = path.join(folder, `${name}.${device}.${theme}.jpg`);
            await page.screenshot({
                path: file,
                type: 'jpeg',
                quality: 70,
                fullPage: name !== 'cart-drawer',
            });
        }
    }
    await context.close();
}
await browser.close();
