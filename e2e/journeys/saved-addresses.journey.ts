import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { GraphQlClient } from '../support/graphql-client';
import { makeAccount } from './support/account';
import { violations } from './support/axe';
import { serverUrl, useBrowser } from './support/browser';
import { addSomethingToCart, chooseDelivery, freshEmail, sendAddress } from './support/shopping';

const browser = useBrowser();

const home = { streetLine1: '1 Home Row', city: 'Leeds', postalCode: 'LS1 4AP', countryCode: 'GB' };
const mother = { streetLine1: '2 Mill Lane', city: 'Bath', postalCode: 'BA1 1AA', countryCode: 'GB' };
const office = { streetLine1: '3 Quay Street', city: 'Bristol', postalCode: 'BS1 4DJ', countryCode: 'GB' };
const abroad = { streetLine1: 'Lindenweg 3', city: 'Berlin', postalCode: '10115', countryCode: 'DE' };

/** Somebody new with these addresses, of which the first is the default, at the checkout's first step. */
async function atCheckout(page: Page, addresses: readonly object[]): Promise<void> {
    await makeAccount(page, freshEmail('mover'));
    const session = (await page.context().cookies()).find(({ name }) => name === 'efi_session');
    const shop = new GraphQlClient(`${serverUrl}/shop-api?vendure-token=gb`, session?.value);
    for (const [index, address] of addresses.entries()) {
        await shop.run(
            'mutation ($input: CreateAddressInput!) { createCustomerAddress(input: $input) { id } }',
            {
                input: { fullName: 'Alan Example', ...address, defaultShippingAddress: index === 0 },
            },
        );
    }
    await addSomethingToCart(page, 'en-gb', 'price-asc');
    await page.goto('/en-gb/checkout');
}

describe('who has several addresses', () => {
    const delivery = (page: Page) => page.getByRole('radiogroup', { name: 'Where shall it go?' });
    const billing = (page: Page) => page.getByRole('radiogroup', { name: 'Where shall the bill go?' });
    const street = (page: Page) => page.locator('input[name=streetLine1]');

    it.each([390, 1280])(
        'picks one, and another for the bill, which a reload keeps, at %i px',
        async width => {
            const page = await browser.newPage({ width });
            await atCheckout(page, [home, mother, office, abroad]);
            expect(
                await delivery(page)
                    .getByRole('radio', { name: /Home Row/ })
                    .isChecked(),
            ).toBe(true);
            expect(await delivery(page).getByRole('radio').first().isChecked()).toBe(true);
            expect(await billing(page).getByRole('radio', { name: 'To the same address' }).isChecked()).toBe(
                true,
            );
            expect(await street(page).isVisible()).toBe(false);
            expect(await violations(page)).toEqual([]);

            await delivery(page)
                .getByRole('radio', { name: /Mill Lane/ })
                .check();
            await billing(page)
                .getByRole('radio', { name: /Lindenweg/ })
                .check();
            await sendAddressBook(page);
            await page.getByText('2 Mill Lane').first().waitFor();
            await page.getByText('Lindenweg 3').first().waitFor();

            await page.goto('/en-gb/checkout?step=address');
            await page.reload();
            expect(
                await delivery(page)
                    .getByRole('radio', { name: /Mill Lane/ })
                    .isChecked(),
            ).toBe(true);
            expect(
                await billing(page)
                    .getByRole('radio', { name: /Lindenweg/ })
                    .isChecked(),
            ).toBe(true);
            await sendAddressBook(page);
            await chooseDelivery(page);
        },
    );

    it('types another one, which a reload keeps too', async () => {
        const page = await browser.newPage({ width: 390 });
        await atCheckout(page, [home, mother]);
        await delivery(page).getByRole('radio', { name: 'Another address' }).check();
        expect(await street(page).inputValue()).toBe('');
        await sendAddress(page);
        await page.getByText('Please fill this in').first().waitFor();
        expect(await page.locator(':focus').getAttribute('name')).toBe('streetLine1');
        for (const [name, value] of Object.entries({ ...office, firstName: 'Ada' })) {
            const field = page.locator(`[name=${name}]`);
            await (name === 'countryCode' ? field.selectOption(value) : field.fill(value));
        }
        await sendAddressBook(page);
        await page.goto('/en-gb/checkout?step=address');
        expect(await delivery(page).getByRole('radio', { name: 'Another address' }).isChecked()).toBe(true);
        expect(await street(page).inputValue()).toBe(office.streetLine1);
    });

    it('does so by keyboard alone', async () => {
        const page = await browser.newPage();
        await atCheckout(page, [home, mother]);
        await delivery(page)
            .getByRole('radio', { name: /Home Row/ })
            .focus();
        await page.keyboard.press('ArrowDown');
        expect(
            await delivery(page)
                .getByRole('radio', { name: /Mill Lane/ })
                .isChecked(),
        ).toBe(true);
        await page.keyboard.press('ArrowDown');
        await page.keyboard.press('Tab');
        expect(await page.locator(':focus').getAttribute('name')).toBe('firstName');
        await delivery(page)
            .getByRole('radio', { name: /Mill Lane/ })
            .focus();
        await page.keyboard.press('Space');
        await page.keyboard.press('Tab');
        expect(await page.locator(':focus').getAttribute('name')).toBe('billingAddress');
        await page.keyboard.press('Tab');
        await page.keyboard.press('Enter');
        await page.waitForURL(/step=delivery/);
        await page.getByText('2 Mill Lane').first().waitFor();
    });

    it('does so before scripts have come', async () => {
        const page = await browser.newPage();
        await atCheckout(page, [home, mother]);
        const cookies = await page.context().cookies();
        const plain = await browser.newPage({ javaScriptEnabled: false });
        await plain.context().addCookies(cookies);
        await plain.goto('/en-gb/checkout');
        await delivery(plain)
            .getByRole('radio', { name: /Mill Lane/ })
            .check();
        await sendAddressBook(plain);
        await plain.getByText('2 Mill Lane').first().waitFor();
    });

    it('sees the form as before with one address only', async () => {
        const page = await browser.newPage();
        await atCheckout(page, [home]);
        expect(await street(page).inputValue()).toBe(home.streetLine1);
        expect(await delivery(page).count()).toBe(0);
        await page.locator('select[name=countryCode]').waitFor();
        await sendAddressBook(page);
    });

    async function sendAddressBook(page: Page): Promise<void> {
        await page.getByRole('button', { name: 'Continue to delivery' }).click();
        await page.waitForURL(/step=delivery/);
    }
});
