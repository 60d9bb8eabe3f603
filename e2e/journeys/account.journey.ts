import { describe, expect, it } from 'vitest';
import { confirmAccount, makeAccount, password } from './support/account';
import { GraphQlClient } from '../support/graphql-client';
import { serverUrl, useBrowser } from './support/browser';
import { linkIn, waitForMail } from './support/mailbox';
import { untilAlive } from './support/scripts';
import { addAuthenticator } from './support/virtual-authenticator';
import { addSomethingToCart, chooseDelivery, enterAddress, freshEmail, pay } from './support/shopping';

const browser = useBrowser();

const PHONE =
    'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.0 Mobile/15E148 Safari/604.1';

describe('an account', () => {
    it('is made, confirmed by mail, bought with, left and entered again', async () => {
        const email = freshEmail('shopper');
        const page = await browser.newPage();
        await page.goto('/en-gb/register');
        await page.locator('input[name=firstName]').fill('Grace');
        await page.locator('input[name=lastName]').fill('Example');
        await page.locator('input[name=emailAddress]').fill(email);
        await page.getByRole('button', { name: 'Create account' }).click();
        await page.getByRole('heading', { name: 'Almost there' }).waitFor();

        const mail = await waitForMail(email);
        await page.goto(linkIn(mail.html, '/verify?token='));
        await page.locator('input[name=password]').fill('eleven char');
        await page.getByRole('button', { name: 'Confirm and sign in' }).click();
        await page.getByText('At least 12 characters, please.').waitFor();
        await confirmAccount(page);

        await addSomethingToCart(page, 'en-us');
        await page.goto('/en-us/checkout');
        await page.getByText(`Signed in as ${email}`).waitFor();
        await enterAddress(page, 'us', undefined);
        await chooseDelivery(page);
        const code = await pay(page);

        await page.goto('/en-us/account');
        await page.getByRole('button', { name: 'Sign out' }).click();
        await page.waitForURL(/\/en-us$/);
        await page.goto('/en-us/account');
        await page.waitForURL(/\/sign-in$/);
        await page.locator('input[name=emailAddress]').fill(email);
        await page.locator('input[name=password]').fill(password);
        await page.getByRole('button', { name: 'Sign in' }).click();
        await page.getByRole('link', { name: `View order ${code}` }).click();
        await page.waitForURL(new RegExp(`/orders/${code}$`));
        expect(await page.getByTestId('order-code').textContent()).toBe(code);
    });

    it('gets a new password by mail', async () => {
        const email = freshEmail('forgetful');
        const page = await browser.newPage();
        const welcome = await makeAccount(page, email);
        await page.getByRole('button', { name: 'Sign out' }).click();
        await page.waitForURL(/\/en-gb$/);

        await page.goto('/en-gb/forgot-password');
        await page.locator('input[name=emailAddress]').fill(email);
        await page.getByRole('button', { name: 'Send link' }).click();
        const mail = await waitForMail(email, candidate => candidate.subject !== welcome.subject);
        await page.goto(linkIn(mail.html, '/reset-password?token='));
        await page.locator('input[name=password]').fill('a different passphrase');
        await page.getByRole('button', { name: 'Save and sign in' }).click();
        await page.getByRole('heading', { name: 'Hello, Alan' }).waitFor();
    });

    it('leads to the field that is to be corrected, and to what came of a form', async () => {
        const page = await browser.newPage();
        const focused = () => page.evaluate<string>('document.activeElement.name');
        const isTold = () => page.getByRole('alert').getByText('Please check the marked fields.').waitFor();
        const isThere = (title: string) =>
            expect
                .poll(() => page.locator('[role=status]:focus').allTextContents())
                .toEqual([expect.stringContaining(title)]);

        await page.goto('/en-gb/forgot-password');
        await untilAlive(page, 'input[name=emailAddress]');
        await page.locator('input[name=emailAddress]').fill('nobody');
        await page.getByRole('button', { name: 'Send link' }).click();
        await isTold();
        expect(await focused()).toBe('emailAddress');
        await page.locator('input[name=emailAddress]').fill('nobody@example.com');
        await page.keyboard.press('Enter');
        await isThere('Please look into your mailbox');

        await makeAccount(page, freshEmail('careless'));
        const details = page.locator('form:has(input[name=firstName])');
        await details.locator('input[name=firstName]').fill('');
        await details.getByRole('button', { name: 'Save' }).click();
        await isTold();
        expect(await focused()).toBe('firstName');

        const passwordForm = page.locator('form:has(input[name=newPassword])');
        await passwordForm.locator('input[name=currentPassword]').fill(password);
        await passwordForm.locator('input[name=newPassword]').fill('too short');
        await passwordForm.getByRole('button', { name: 'Save password' }).click();
        await page.getByText('At least 12 characters, please.').waitFor();
        expect(await focused()).toBe('newPassword');
        expect(await passwordForm.locator('input[name=currentPassword]').inputValue()).toBe(password);

        await page.getByRole('button', { name: 'Sign out' }).click();
        await page.waitForURL(/\/en-gb$/);
        await page.goto('/en-gb/register');
        await page.locator('input[name=firstName]').fill('Grace');
        await page.locator('input[name=lastName]').fill('Example');
        await page.locator('input[name=emailAddress]').fill(freshEmail('registering'));
        await page.getByRole('button', { name: 'Create account' }).click();
        await isThere('Almost there');
    });

    it('changes its password and its e-mail', async () => {
        const email = freshEmail('moving');
        const page = await browser.newPage();
        await makeAccount(page, email);
        const passwordForm = page.locator('form:has(input[name=newPassword])');
        await passwordForm.locator('input[name=currentPassword]').fill('not the password');
        await passwordForm.locator('input[name=newPassword]').fill('a different passphrase');
        await passwordForm.getByRole('button', { name: 'Save password' }).click();
        await page.getByText('That is not your current password.').waitFor();
        await passwordForm.locator('input[name=currentPassword]').fill(password);
        await passwordForm.locator('input[name=newPassword]').fill('a different passphrase');
        await passwordForm.getByRole('button', { name: 'Save password' }).click();
        await page.getByText('Your password is changed.').waitFor();

        const newEmail = freshEmail('moved');
        const emailForm = page.locator('form:has(input[name=newEmailAddress])');
        await emailForm.locator('input[name=newEmailAddress]').fill(newEmail);
        await emailForm.locator('input[name=password]').fill('a different passphrase');
        await emailForm.getByRole('button', { name: 'Send link' }).click();
        await page.getByText(`on its way to ${newEmail}`).waitFor();
        await page.getByRole('button', { name: 'Sign out' }).click();
        await page.waitForURL(/\/en-gb$/);

        const link = linkIn((await waitForMail(newEmail)).html, '/account/verify-email?token=');
        await page.goto(link);
        await page.getByRole('button', { name: 'Confirm e-mail' }).click();
        await page.getByText('From now on you sign in with your new e-mail.').waitFor();
        await page.goto(link);
        await page.getByRole('button', { name: 'Confirm e-mail' }).click();
        await page.getByText('This link is not valid or was used already.').waitFor();

        await page.goto('/en-gb/sign-in');
        await page.locator('input[name=emailAddress]').fill(newEmail);
        await page.locator('input[name=password]').fill('a different passphrase');
        await page.getByRole('button', { name: 'Sign in' }).click();
        await page.getByRole('heading', { name: 'Hello, Alan' }).waitFor();
        await page.getByText(newEmail, { exact: true }).waitFor();
    });

    it('sees where it is signed in, and signs out there', async () => {
        const email = freshEmail('travelling');
        const [page, elsewhere] = [
            await browser.newPage(),
            await browser.newPage({ headers: { 'user-agent': PHONE } }),
        ];
        const welcome = await makeAccount(page, email);
        await elsewhere.goto('/de-de/sign-in');
        await elsewhere.locator('input[name=emailAddress]').fill(email);
        await elsewhere.locator('input[name=password]').fill(password);
        await elsewhere.getByRole('button', { name: 'Anmelden' }).click();
        await elsewhere.waitForURL(/\/account$/);
        const mail = await waitForMail(email, candidate => candidate.subject !== welcome.subject);
        expect(mail.html).toContain('Safari, iOS');

        await page.goto(linkIn(mail.html, '/account/sessions').replace('/de-de/', '/en-gb/'));
        await page.getByText('This browser', { exact: true }).waitFor();
        await page.getByRole('button', { name: 'Sign out Safari, iOS' }).click();
        await page.getByText('Signed out.').waitFor();
        expect(await page.getByText('Safari, iOS').count()).toBe(0);

        // The other browser still has its cookie, and shows the account.
        const phoneNumber = elsewhere.locator('input[name=phoneNumber]');
        await phoneNumber.fill('030 1234');
        const details = elsewhere.locator('form:has(input[name=phoneNumber])');
        await details.getByRole('button', { name: 'Speichern' }).click();
        await details.getByText('Bitte melden Sie sich noch einmal an.').waitFor();
        expect(await phoneNumber.inputValue()).toBe('030 1234');
        await elsewhere.goto('/de-de/account');
        await elsewhere.waitForURL(/\/sign-in$/);

        // What the message leads to is behind the sign-in.
        await elsewhere.goto(linkIn(mail.html, '/account/sessions'));
        await elsewhere.waitForURL(/\/sign-in\?to=/);
        await elsewhere.locator('input[name=emailAddress]').fill(email);
        await elsewhere.locator('input[name=password]').fill(password);
        await elsewhere.getByRole('button', { name: 'Anmelden' }).click();
        await elsewhere.waitForURL(/\/de-de\/account\/sessions$/);
    });

    it('has the orders that its owner placed as a guest, and orders the same again', async () => {
        const email = freshEmail('claimer');
        const page = await browser.newPage({ width: 390 });
        await addSomethingToCart(page, 'en-us', 'price-asc');
        await page.goto('/en-us/checkout');
        await enterAddress(page, 'us', email);
        await chooseDelivery(page);
        const code = await pay(page);
        await page.getByText('Your payment has arrived').waitFor();
        await page.getByRole('link', { name: /^Create an account with this e-mail/ }).click();
        await page.waitForURL(/\/register/);
        expect(await page.locator('input[name=emailAddress]').inputValue()).toBe(email);
        await page.getByRole('button', { name: 'Create account' }).click();
        const isWelcome = (mail: { subject: string }) => mail.subject.startsWith('Confirm');
        await page.goto(linkIn((await waitForMail(email, isWelcome)).html, '/verify?token='));
        await confirmAccount(page);

        await page.getByRole('link', { name: `View order ${code}` }).click();
        await page.getByText('You placed the order').waitFor();
        await page.getByRole('button', { name: 'Order the same again' }).click();
        const drawer = page.getByRole('dialog');
        await drawer.locator('output').getByText('1', { exact: true }).waitFor();
    });

    it('opens for nobody who registered the address of another', async () => {
        const email = freshEmail('victim');
        const attacker = new GraphQlClient(`${serverUrl}/shop-api?vendure-token=gb`);
        await attacker.run(
            `mutation ($input: RegisterCustomerInput!) {
                registerCustomerAccount(input: $input) { __typename }
            }`,
            { input: { emailAddress: email, password: 'known to the attacker' } },
        );
        const page = await browser.newPage();
        await page.goto(linkIn((await waitForMail(email)).html, '/verify?token='));
        await page.locator('input[name=password]').fill(password);
        await page.getByRole('button', { name: 'Confirm and sign in' }).click();
        await page.getByText('Somebody chose a password for this address').waitFor();
        const { login } = await attacker.run<{ login: { __typename: string } }>(
            `mutation ($username: String!) {
                login(username: $username, password: "known to the attacker") { __typename }
            }`,
            { username: email },
        );
        expect(login.__typename).toBe('NotVerifiedError');
    });

    it('keeps addresses, changes them and lets them go', async () => {
        const page = await browser.newPage();
        await makeAccount(page, freshEmail('settled'));
        await page.getByRole('link', { name: 'Add an address' }).click();
        await page.waitForURL(/\/addresses\/new$/);
        expect(await page.locator('input[name=fullName]').inputValue()).toBe('Alan Example');
        await page.locator('input[name=streetLine1]').fill('1 High Street');
        await page.locator('input[name=city]').fill('London');
        await page.locator('input[name=postalCode]').fill('nowhere');
        await page.getByRole('button', { name: 'Save', exact: true }).click();
        await page.getByText('This does not look like a postcode of that country.').waitFor();
        expect(await page.locator('input[name=streetLine1]').inputValue()).toBe('1 High Street');
        await page.locator('input[name=postalCode]').fill('SW1A 1AA');
        await page.getByRole('button', { name: 'Save', exact: true }).click();
        await page.getByText('For delivery · For invoices').waitFor();

        await page.getByRole('link', { name: 'Change the address 1 High Street' }).click();
        await page.locator('input[name=city]').fill('Westminster');
        await page.locator('input[name=defaultBillingAddress]').uncheck();
        await page.getByRole('button', { name: 'Save', exact: true }).click();
        await page.getByText('Westminster').waitFor();
        await page.getByText('For delivery', { exact: true }).waitFor();
        await page.getByRole('button', { name: 'Remove the address 1 High Street' }).click();
        await page.getByText('Addresses you order to are kept here.').waitFor();
    });

    it('makes a passkey, signs in with it, renames it and removes it', async () => {
        const email = freshEmail('keyed');
        const page = await browser.newPage();
        const device = await addAuthenticator(page);
        const welcome = await makeAccount(page, email);
        await page.goto('/en-gb/account/sessions');
        await page.getByText('You have no passkey yet.').waitFor();
        await page.getByRole('button', { name: 'Add a passkey' }).click();
        await page.getByText('Passkey added.').waitFor();
        await page.getByText('Not used yet').waitFor();
        const mail = await waitForMail(email, candidate => candidate.subject !== welcome.subject);
        expect(mail.subject).toBe('A new passkey for your account');

        await page.goto('/en-gb/account');
        await page.getByRole('button', { name: 'Sign out' }).click();
        await page.waitForURL(/\/en-gb$/);
        await page.goto('/en-gb/sign-in');
        await page.getByRole('button', { name: 'Use a passkey' }).click();
        await page.getByRole('heading', { name: 'Hello, Alan' }).waitFor();

        await page.goto('/en-gb/account/sessions');
        await page.getByRole('button', { name: /^Rename / }).click();
        await page.getByLabel('Name of the passkey').fill('Blue phone');
        await page.getByRole('button', { name: 'Save' }).click();
        await page.getByRole('button', { name: 'Remove Blue phone' }).click();
        await page.getByText('You have no passkey yet.').waitFor();

        await page.context().clearCookies();
        await page.goto('/en-gb/sign-in');
        await page.getByRole('button', { name: 'Use a passkey' }).click();
        await page.getByText('The passkey was not accepted.').waitFor();
        await device.refuse();
        await page.getByRole('button', { name: 'Use a passkey' }).click();
        await page.getByText('No passkey was used.').waitFor();
    });
});
