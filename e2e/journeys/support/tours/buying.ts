import { linkIn, waitForMail } from '../mailbox';
import {
    addAndLook,
    addSomethingToCart,
    chooseDelivery,
    enterAddress,
    freshEmail,
    openSomethingToBuy,
    pay,
    reachPayment,
    sendAddress,
} from '../shopping';
import { enterCardAtTestBank, testCards } from '../test-bank';
import { visit, type Tour } from './tour';

/** Cart, checkout, order, and what comes of it. */
export const buying: readonly Tour[] = [
    {
        name: 'the cart, a coupon that does not help, and the cart in another market',
        async go(page, look) {
            await openSomethingToBuy(page, 'en-us', 'price-asc');
            await addAndLook(page);
            await look('drawer');
            await visit(page, '/en-us/cart');
            await page.locator('#coupon').fill('NOSUCHCODE');
            await page.getByRole('button', { name: 'Apply' }).click();
            await page.getByText('We don’t know the code').waitFor();
            await look('coupon refused');
            await page.locator('#coupon').fill('WELCOME10');
            await page.getByRole('button', { name: 'Apply' }).click();
            await page.getByText('Applied', { exact: true }).waitFor();
            await look('coupon applied');
            await visit(page, '/de-de/cart');
            await page.getByRole('button', { name: 'Hierher mitnehmen' }).waitFor();
            await look('cart of another market');
            await page.getByRole('button', { name: 'Hierher mitnehmen' }).click();
            await page.getByTestId('order-total').waitFor();
            await visit(page, '/de-de/cart?from=us&missing=2');
            await look('lines are missing');
            await page
                .getByRole('button', { name: /entfernen/ })
                .first()
                .click();
            await page.getByRole('button', { name: 'Rückgängig' }).waitFor();
            await look('emptied');
        },
    },
    {
        name: 'checkout to the order that is fetched, its link, its withdrawal and the copy of its data',
        async go(page, look) {
            const email = freshEmail('tour');
            await addSomethingToCart(page, 'en-us', 'price-asc');
            await visit(page, '/en-us/checkout');
            await sendAddress(page);
            await page.getByText('Please check the marked fields.').waitFor();
            await look('address with errors');
            await enterAddress(page, 'us', email);
            await page.getByRole('radio', { name: /Click and collect/ }).check();
            const places = page.getByRole('radiogroup', { name: 'Where will you pick it up?' });
            await places.getByRole('radio', { disabled: false }).first().check();
            await look('delivery');
            await chooseDelivery(page);
            await page.locator('button[name=way]').first().waitFor();
            await look('payment');
            const code = await pay(page);
            await look('confirmation');

            const { html } = await waitForMail(email);
            await page.context().clearCookies({ name: /^efi_(?!consent)/ });
            await visit(page, linkIn(html, `/orders/${code}/open?key=`));
            await look('order by its link');
            await page.context().clearCookies({ name: /^efi_(?!consent)/ });
            await visit(page, `/en-us/orders?code=${code}`);
            await page.locator('input[name=emailAddress]').fill('somebody@example.com');
            await page.getByRole('button', { name: 'Find order' }).click();
            await page.getByText('We found no order').waitFor();
            await look('order not found');

            await visit(page, '/en-us/withdraw');
            await page.getByRole('button', { name: 'Confirm withdrawal' }).click();
            await page.getByText('Please check the marked fields.').waitFor();
            await look('withdrawal with errors');
            for (const [name, value] of Object.entries({
                name: 'Ada Example',
                orderCode: code,
                emailAddress: email,
            })) {
                await page.locator(`main input[name=${name}]`).fill(value);
            }
            await page.getByRole('button', { name: 'Confirm withdrawal' }).click();
            await page.getByRole('heading', { name: 'Your withdrawal has arrived' }).waitFor();
            await look('withdrawn');

            await visit(page, '/en-us/privacy-request');
            const ask = page.locator('main form button[type=submit]');
            await ask.click();
            await page.getByText('Please check the marked fields.').waitFor();
            await look('request with errors');
            await page.locator('main input[name=emailAddress]').fill(email);
            await ask.click();
            const confirmed = await waitForMail(email, ({ subject }) => subject.includes('confirm'));
            await look('request sent');
            await visit(page, linkIn(confirmed.html, '/privacy-request/confirm?token='));
            await look('request to confirm');
            await page.getByRole('button', { name: 'Confirm' }).click();
            await page.waitForURL(/\/privacy-request\/follow\?token=/);
            await page.getByTestId('request-state').waitFor();
            await look('request followed');
        },
    },
    {
        name: 'a payment that the bank asks about',
        async go(page, look) {
            const paymentStep = await reachPayment(page);
            await enterCardAtTestBank(page, testCards.asksForConfirmation);
            await page.getByRole('button', { name: 'Confirm payment' }).waitFor();
            await page.goto(paymentStep);
            await page.getByRole('link', { name: 'See how it stands' }).waitFor();
            await look('payment open');
            await page.getByRole('link', { name: 'See how it stands' }).click();
            await page.getByRole('heading', { name: 'Your bank is waiting for you' }).waitFor();
            await look('how it stands');
            await visit(page, '/en-us/checkout/return');
            await page.getByRole('heading', { name: 'Your order is not paid' }).waitFor();
            await look('not paid');
        },
    },
];
