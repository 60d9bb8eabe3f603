import { confirmAccount, password } from '../account';
import { linkIn, waitForMail } from '../mailbox';
import { addSomethingToCart, chooseDelivery, enterAddress, freshEmail, pay } from '../shopping';
import { visit, type Tour } from './tour';

const MARKED = 'Please check the marked fields.';

/** The account, and the ways into it. */
export const owning: readonly Tour[] = [
    {
        name: 'an account, from registration to a new password',
        async go(page, look) {
            const email = freshEmail('owner');
            await visit(page, '/en-gb/register');
            const register = page.getByRole('button', { name: 'Create account' });
            await register.click();
            await page.getByText(MARKED).waitFor();
            await look('registration with errors');
            await page.locator('input[name=firstName]').fill('Alan');
            await page.locator('input[name=lastName]').fill('Example');
            await page.locator('input[name=emailAddress]').fill(email);
            await register.click();
            await page.getByRole('heading', { name: 'Almost there' }).waitFor();
            await look('registered');
            await visit(page, linkIn((await waitForMail(email)).html, '/verify?token='));
            await look('confirmation of the address');
            await confirmAccount(page);
            await look('new account');

            await page.locator('form:has(input[name=newPassword]) button[type=submit]').click();
            await page.getByText(MARKED).first().waitFor();
            await look('password with errors');
            await visit(page, '/en-gb/account/addresses/new');
            const save = page.locator('form:has(input[name=streetLine1]) button[type=submit]');
            await save.click();
            await page.getByText(MARKED).waitFor();
            await look('address with errors');

            await addSomethingToCart(page, 'en-us', 'price-asc');
            await visit(page, '/en-us/checkout');
            await enterAddress(page, 'us', undefined);
            await chooseDelivery(page);
            await pay(page);
            await visit(page, '/en-us/account');
            await look('account with an order and an address');
            await page.locator('a[href*="/account/addresses/"]:not([href$="/new"])').first().click();
            await page.waitForURL(/\/account\/addresses\/\d+/);
            await look('address');
            await visit(page, '/en-us/account/sessions');
            await look('sessions');
            await visit(page, '/en-us/account/privacy');
            await look('privacy');
            await visit(page, '/en-us/account/verify-email?token=ended');
            await look('change of e-mail that has ended');

            await visit(page, '/en-gb/account');
            await page.getByRole('button', { name: 'Sign out' }).click();
            await page.waitForURL(/\/en-gb$/);
            await visit(page, '/en-gb/sign-in');
            await page.locator('input[name=emailAddress]').fill(email);
            await page.locator('input[name=password]').fill(`not ${password}`);
            await page.getByRole('button', { name: 'Sign in', exact: true }).click();
            await page.locator('main [role=alert]').first().waitFor();
            await look('sign-in refused');
            await visit(page, '/en-gb/forgot-password');
            await look('forgotten');
            await page.locator('input[name=emailAddress]').fill(email);
            await page.getByRole('button', { name: 'Send link' }).click();
            await page.getByRole('heading', { name: 'Please look into your mailbox' }).waitFor();
            await look('link sent');
        },
    },
];
