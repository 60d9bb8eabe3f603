import { afterAll, beforeAll, expect, it } from 'vitest';
import { localProvider } from '../../plugins/auth/e2e/local-provider';
import { serverUrl, shopUrl, useBrowser } from './support/browser';
import { addSomethingToCart, freshEmail } from './support/shopping';
import { untilSignedIn } from './support/staff';

const browser = useBrowser();

let provider: Awaited<ReturnType<typeof localProvider>>;
beforeAll(async () => {
    const callbacks = ['club', 'company'].map(id => `${serverUrl}/api/auth/oidc/${id}/callback`);
    provider = await localProvider(callbacks, Number(process.env.EFI_OIDC_PORT));
});
afterAll(() => provider.stop());

it('shoppers and staff sign in with a provider, and are told when that fails', async () => {
    const page = await browser.newPage();
    await page.goto('/de-de/register');
    await page.getByRole('link', { name: 'Weiter mit Club' }).click();
    await page.getByText('Diese Anmeldung ist gerade nicht erreichbar.').waitFor();
    await provider.start();

    provider.desk.signInAs = undefined;
    await page.getByRole('link', { name: 'Weiter mit Club' }).click();
    await page.getByText('Die Anmeldung wurde abgebrochen').waitFor();

    const email = freshEmail('club');
    provider.people.set('grace', { email, email_verified: true, name: 'Grace Example' });
    provider.desk.signInAs = 'grace';
    await addSomethingToCart(page, 'en-us');
    await page.goto('/en-us/sign-in?to=checkout');
    await page.getByRole('link', { name: 'Continue with Club' }).click();
    await page.getByText(`Signed in as ${email}`).waitFor();
    expect(page.url()).toBe(`${shopUrl}/en-us/checkout`);
    const cookies = await page.context().cookies(shopUrl);
    expect(cookies.find(({ name }) => name === 'efi_session')?.httpOnly).toBe(true);
    expect(cookies.map(({ name }) => name)).not.toContain('efi_pending_sign_in');

    const staff = await browser.newPage();
    const colleague = { email: freshEmail('company'), email_verified: true };
    provider.people.set('heidi', colleague);
    provider.desk.signInAs = 'heidi';
    await staff.goto(`${serverUrl}/dashboard/login`);
    await staff.getByRole('button', { name: 'Continue with Company' }).click();
    await staff.getByText('None of your groups at the provider gives you a role here.').waitFor();
    expect(staff.url()).not.toContain('signInFailed');
    provider.people.set('heidi', { ...colleague, groups: ['helpers'] });
    await staff.getByRole('button', { name: 'Continue with Company' }).click();
    await untilSignedIn(staff);
    expect(staff.url()).not.toContain('signInCode');
});
