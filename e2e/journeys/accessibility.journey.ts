import { describe, expect, it } from 'vitest';
import { makeAccount } from './support/account';
import { seriousViolations } from './support/axe';
import { useBrowser } from './support/browser';
import {
    addAndLook,
    addSomethingToCart,
    chooseDelivery,
    enterAddress,
    freshEmail,
    openSomethingToBuy,
    reachPayment,
} from './support/shopping';
import { enterCardAtTestBank, testCards } from './support/test-bank';

const browser = useBrowser();

const pages = [
    '/en-us',
    '/de-de/collections/elektronik',
    '/en-gb/search?q=camera&min=50&max=900',
    '/de-de/search?q=kamrea',
    '/en-gb/search?q=nothingatall',
    '/fr-fr/sign-in',
    '/en-us/register',
    '/en-us/orders',
    '/en-us/cart',
    '/fr-fr/compare',
    '/de-de/account/privacy',
    '/de-de/legal/withdrawal',
    '/fr-fr/withdraw',
    '/de-de/privacy-request',
    '/en-us/not-a-page',
];

describe.each(['light', 'dark'] as const)('in %s colours', scheme => {
    it.each(pages)('%s has no serious accessibility violation', async path => {
        const page = await browser.newPage();
        await page.emulateMedia({ colorScheme: scheme });
        await page.goto(path, { waitUntil: 'networkidle' });
        await page.getByRole('heading', { level: 1 }).first().waitFor({ state: 'attached' });
        expect(await seriousViolations(page)).toEqual([]);
    });

    it.each([390, 1280])('neither have suggestions, at %i px', async width => {
        const page = await browser.newPage({ width });
        await page.emulateMedia({ colorScheme: scheme });
        await page.goto('/en-us/search', { waitUntil: 'networkidle' });
        await page.locator('[role=combobox]:visible').first().pressSequentially('camra');
        await page.getByRole('option').first().waitFor();
        await page.keyboard.press('ArrowDown');
        expect(await seriousViolations(page)).toEqual([]);
    });

    it('neither have product, cart drawer, filled cart and checkout', async () => {
        const page = await browser.newPage();
        await page.emulateMedia({ colorScheme: scheme });
        await openSomethingToBuy(page, 'en-us');
        expect(await seriousViolations(page)).toEqual([]);
        await addAndLook(page);
        expect(await seriousViolations(page)).toEqual([]);
        for (const path of ['/en-us/cart', '/en-us/checkout']) {
            await page.goto(path);
            expect(await seriousViolations(page)).toEqual([]);
        }
    });
});

describe.each(['light', 'dark'] as const)('the question about consent, in %s colours,', scheme => {
    it.each([390, 1280])('has no serious violation either, at %i px', async width => {
        const page = await browser.newPage({ width, consent: 'undecided' });
        await page.emulateMedia({ colorScheme: scheme });
        await page.goto('/en-us');
        await page.locator('#consent-banner summary').click();
        await page.getByRole('checkbox', { name: /^Statistics/ }).waitFor();
        expect(await seriousViolations(page)).toEqual([]);
    });
});

it('who is signed in meets no serious violation either', async () => {
    const page = await browser.newPage();
    await makeAccount(page, freshEmail('visitor'));
    for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        for (const path of ['/en-gb/account', '/en-gb/account/sessions', '/en-gb/account/addresses/new']) {
            await page.goto(path);
            expect(await seriousViolations(page), `${path}, ${colorScheme}`).toEqual([]);
        }
    }
});

describe.each(['light', 'dark'] as const)('while paying, in %s colours,', scheme => {
    it('neither have the payment step, the page of an open payment, and the way back', async () => {
        const page = await browser.newPage();
        await page.emulateMedia({ colorScheme: scheme });
        const paymentStep = await reachPayment(page);
        expect(await seriousViolations(page)).toEqual([]);
        await enterCardAtTestBank(page, testCards.asksForConfirmation);
        await page.getByRole('button', { name: 'Confirm payment' }).waitFor();
        await page.goto(paymentStep);
        await page.getByRole('link', { name: 'See how it stands' }).click();
        await page.getByRole('heading', { name: 'Your bank is waiting for you' }).waitFor();
        expect(await seriousViolations(page)).toEqual([]);
        await page.goto('/en-us/checkout/return');
        await page.getByRole('heading', { name: 'Your order is not paid' }).waitFor();
        expect(await seriousViolations(page)).toEqual([]);
    });
});

it('who goes from step to step of the checkout is at the heading of the step', async () => {
    const page = await browser.newPage({ width: 390 });
    await addSomethingToCart(page, 'en-us', 'price-asc');
    await page.goto('/en-us/checkout', { waitUntil: 'networkidle' });
    const focused = () => page.evaluate<string>('document.activeElement.id');
    await enterAddress(page, 'us', freshEmail('steps'));
    await expect.poll(focused).toBe('step-delivery');
    await chooseDelivery(page);
    await expect.poll(focused).toBe('step-payment');
    await page.locator('a[href$="step=address"]').click();
    await page.waitForURL(/step=address/);
    await expect.poll(focused).toBe('step-address');
});

it('what a finger presses is 44 px high at least', async () => {
    const page = await browser.newPage({ width: 390 });
    await addSomethingToCart(page, 'en-us', 'price-asc');
    const parts = ['nav ol a', 'footer a', 'footer label:has(input)', 'footer button', 'main li form button'];
    const tooSmall = async () => {
        const found = await page.locator(parts.join(', ')).all();
        const boxes = await Promise.all(found.map(part => part.boundingBox()));
        return boxes.filter(box => box && box.height < 44);
    };
    expect(await tooSmall()).toEqual([]);
    await page.goto('/en-us/cart');
    expect(await tooSmall()).toEqual([]);
});

it('a keyboard reaches the content past the menu', async () => {
    const page = await browser.newPage();
    await page.goto('/en-us');
    await page.keyboard.press('Tab');
    expect(await page.locator(':focus').textContent()).toBe('Skip to content');
    await page.keyboard.press('Enter');
    expect(await page.locator(':focus').getAttribute('id')).toBe('content');
});
