import type { Locator, Page } from 'playwright-core';

/** What a shopper does again and again, by the forms' own field names, which are the same in every language. */

const addForm = 'form:has(input[name=variantId])';

/** Opens the first product of a listing whose preselected variant can be bought. */
export async function openSomethingToBuy(page: Page, locale: string, sort = 'price-desc'): Promise<void> {
    await page.goto(`/${locale}/search?sort=${sort}`);
    const available = page.locator('article').filter({ hasNotText: /sold out|ausverkauft|épuisé/i });
    await available.first().waitFor();
    const links = await available.getByRole('link').all();
    const addresses = await Promise.all(links.map(link => link.getAttribute('href')));
    for (const address of addresses) {
        await page.goto(address ?? '');
        if ((await page.locator(addForm).count()) > 0) {
            return;
        }
    }
    throw new Error(`Nothing on the first page of ${locale} can be bought`);
}

/** Puts something that can be bought into the cart. @param sort - `price-asc` for what there is plenty of. */
export async function addSomethingToCart(page: Page, locale: string, sort?: string): Promise<void> {
    await openSomethingToBuy(page, locale, sort);
    await addToCart(page);
}

/** Puts the variant that the page shows into the cart, and closes the drawer that opens then. */
export async function addToCart(page: Page, quantity = 1): Promise<void> {
    const drawer = await addAndLook(page, quantity);
    await page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'detached' });
}

/** Puts the variant that the page shows into the cart. @returns The drawer that opened. */
export async function addAndLook(page: Page, quantity = 1): Promise<Locator> {
    await page.locator('select[name=quantity]').selectOption(String(quantity));
    await page.locator(`${addForm} button[type=submit]`).click();
    await page.locator('[role=status] a[href$="/cart"]').waitFor();
    const drawer = page.getByRole('dialog');
    await drawer.waitFor();
    return drawer;
}

const addresses = {
    us: { streetLine1: '1 Main Street', postalCode: '94107', city: 'San Francisco', province: 'CA' },
    de: { streetLine1: 'Lindenweg 3', postalCode: '10115', city: 'Berlin', province: '' },
} as const;

export type Destination = keyof typeof addresses;

/** Fills in the first part of the checkout and goes on. */
export async function enterAddress(
    page: Page,
    destination: Destination,
    email: string | undefined,
): Promise<void> {
    await fillInAddress(page, destination, email);
    await sendAddress(page);
    await page.waitForURL(/step=delivery/);
}

/** What `enterAddress` sends. */
export async function fillInAddress(
    page: Page,
    destination: Destination,
    email: string | undefined,
): Promise<void> {
    const fields = { firstName: 'Ada', lastName: 'Example', ...addresses[destination] };
    if (email) {
        await page.locator('input[name=emailAddress]').fill(email);
    }
    await page.locator('select[name=countryCode]').selectOption(destination.toUpperCase());
    for (const [name, value] of Object.entries(fields)) {
        await page.locator(`input[name=${name}]`).fill(value);
    }
}

export async function sendAddress(page: Page): Promise<void> {
    await page.locator('form:has(input[name=streetLine1]) button[type=submit]').click();
}

/** Takes the delivery that is offered first. */
export async function chooseDelivery(page: Page): Promise<void> {
    await page.locator('form:has(input[name=shippingMethodId]) button[type=submit]').click();
    await page.waitForURL(/step=payment/);
}

/** From an empty cart to the last step, as a guest. @returns The page's address there. */
export async function reachPayment(page: Page, email = freshEmail('payer')): Promise<string> {
    return goToPayment(page, email);
}

/** The same for who is signed in. */
export async function reachPaymentSignedIn(page: Page): Promise<string> {
    return goToPayment(page, undefined);
}

async function goToPayment(page: Page, email: string | undefined): Promise<string> {
    await addSomethingToCart(page, 'en-us', 'price-asc');
    await page.goto('/en-us/checkout');
    await enterAddress(page, 'us', email);
    await chooseDelivery(page);
    return page.url();
}

/** Pays at once, by the test provider's default card. @returns The order's code. */
export async function pay(page: Page): Promise<string> {
    await page.locator('button[name=way][value=test-card]').click();
    return confirmedOrder(page);
}

/** Waits for the confirmation. @returns The order's code. */
export async function confirmedOrder(page: Page, timeout?: number): Promise<string> {
    await page.waitForURL(/\/orders\/[^/]+\?placed=1/, timeout ? { timeout } : {});
    return (await page.getByTestId('order-code').textContent()) ?? '';
}

/** The rows of the summary by what they are called. */
export async function readTotals(page: Page): Promise<Record<string, string>> {
    const totals: Record<string, string> = {};
    for (const row of await page.locator('dl:has([data-testid=order-total]) > div').all()) {
        totals[(await row.locator('dt').textContent()) ?? ''] = (await row.locator('dd').textContent()) ?? '';
    }
    return totals;
}

/** `$1,299.00`, `1.299,00 €` and `Free` as minor units. */
export function minorUnits(text: string | undefined): number {
    const digits = (text ?? '').replace(/\D/g, '');
    return (/[-−]/.test(text ?? '') ? -1 : 1) * Number(digits || 0);
}

/** An address that no earlier run used. */
export function freshEmail(name: string): string {
    return `${name}-${Date.now()}@example.com`;
}
