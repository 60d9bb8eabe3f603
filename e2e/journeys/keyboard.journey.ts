import { expect, it } from 'vitest';
import { useBrowser } from './support/browser';
import { tabTo, tabToAndPress, tabToAndType } from './support/keyboard';
import { confirmedOrder, freshEmail, openSomethingToBuy } from './support/shopping';

const browser = useBrowser();

it.each([390, 1280])('a purchase is made by keyboard alone, at %i px', async width => {
    const other = await browser.newPage();
    await openSomethingToBuy(other, 'en-us', 'price-asc');
    const product = (await other.getByRole('heading', { level: 1 }).textContent()) ?? '';

    const page = await browser.newPage({ width, consent: 'undecided' });
    await page.goto('/en-us');
    const question = page.locator('#consent-banner');
    await tabToAndPress(page, question.getByRole('button', { name: 'Refuse' }));
    await question.waitFor({ state: 'detached' });

    await page.goto('/en-us');
    if (width < 1024) {
        await tabToAndPress(page, page.getByRole('button', { name: 'Menu' }));
    }
    await tabToAndType(page, page.locator('[role=combobox]:visible'), product);
    await page.getByRole('option', { name: product }).first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/products\//);
    await page.getByRole('heading', { level: 1, name: product, exact: true }).waitFor();

    await tabToAndType(page, page.locator('select[name=quantity]'), '2');
    await tabToAndPress(page, page.locator('form:has(input[name=variantId]) button[type=submit]'));
    const drawer = page.getByRole('dialog');
    await drawer.waitFor();
    expect(await page.evaluate('document.activeElement.closest("dialog") !== null')).toBe(true);
    await tabToAndPress(page, drawer.getByRole('link', { name: 'Checkout' }));
    await page.waitForURL(/\/checkout/);

    const field = (name: string) => page.locator(`input[name=${name}]`);
    await tabToAndType(page, field('emailAddress'), freshEmail('keyboard'));
    await tabToAndType(page, field('firstName'), 'Ada');
    await tabToAndType(page, field('lastName'), 'Example');
    await tabToAndType(page, page.locator('select[name=countryCode]'), 'United States');
    await page.keyboard.press('Shift+Tab');
    await tabToAndType(page, field('streetLine1'), '1 Main Street');
    await tabToAndType(page, field('postalCode'), '94107');
    await tabToAndType(page, field('city'), 'San Francisco');
    await tabToAndType(page, field('province'), 'CA');
    await page.keyboard.press('Enter');
    await page.waitForURL(/step=delivery/);

    await tabTo(page, page.locator('input[name=shippingMethodId]:checked'));
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await tabToAndPress(page, page.locator('form:has(input[name=shippingMethodId]) button[type=submit]'));
    await page.waitForURL(/step=payment/);

    await tabToAndPress(page, page.locator('button[name=way][value=test-card]'));
    expect(await confirmedOrder(page)).not.toBe('');
    await page.getByRole('heading', { level: 1, name: 'Thank you, Ada.' }).waitFor();
});
