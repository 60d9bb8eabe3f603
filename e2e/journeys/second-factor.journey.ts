import { generateSync } from 'otplib';
import { expect, it } from 'vitest';
import { serverUrl, useBrowser } from './support/browser';
import { makeStaff, sendSignIn, staffPassword, untilSignedIn } from './support/staff';
import { addAuthenticator } from './support/virtual-authenticator';

const browser = useBrowser();

it('a member of the staff sets up a second factor in the Dashboard, and signs in with it', async () => {
    const name = await makeStaff();
    const page = await browser.newPage();
    await page.goto(`${serverUrl}/dashboard/login`);
    await sendSignIn(page, name);
    await untilSignedIn(page);

    await page.goto(`${serverUrl}/dashboard/security`);
    await page.getByLabel('Your password').fill('not the password');
    await page.getByRole('button', { name: 'Set up a second factor' }).click();
    await page.getByText('That is not your password.').waitFor();
    await page.getByLabel('Your password').fill(staffPassword);
    await page.getByRole('button', { name: 'Set up a second factor' }).click();
    const secret = (await page.getByTestId('second-factor-secret').innerText()).trim();
    await page.getByAltText('QR code for your authenticator app').waitFor();
    await page.waitForFunction('document.querySelector("img[alt^=QR]")?.naturalWidth > 100');
    await page.getByLabel('The code that the app shows').fill(generateSync({ secret }));
    await page.getByRole('button', { name: 'Turn on' }).click();
    await page.getByTestId('recovery-codes').waitFor();
    const codes = await page.getByTestId('recovery-codes').locator('li').allInnerTexts();
    expect(codes).toHaveLength(10);
    await page.getByRole('button', { name: 'I have kept them' }).click();
    await page.getByText('10 recovery codes are left.').waitFor();

    const later = await browser.newPage();
    await later.goto(`${serverUrl}/dashboard/login`);
    await sendSignIn(later, name);
    await later.getByText('Please add the code from your authenticator app').waitFor();
    await later.waitForFunction(
        `document.querySelector('input[name=username]')?.value === ${JSON.stringify(name)}`,
    );
    await sendSignIn(later, name, codes[0]);
    await untilSignedIn(later);

    await later.goto(`${serverUrl}/dashboard/security`);
    await later.getByText('9 recovery codes are left.').waitFor();
    await later.getByLabel('A code from your app').fill(codes[0] ?? '');
    await later.getByRole('button', { name: 'Turn off' }).click();
    await later.getByText('This code is wrong, or was used already.').waitFor();
    await later.getByLabel('A code from your app').fill(codes[1] ?? '');
    await later.getByRole('button', { name: 'Turn off' }).click();
    await later.getByLabel('Your password').waitFor();
});

it('a member of the staff makes a passkey in the Dashboard, and signs in with nothing else', async () => {
    const name = await makeStaff();
    const page = await browser.newPage();
    await addAuthenticator(page);
    await page.goto(`${serverUrl}/dashboard/login`);
    await sendSignIn(page, name);
    await untilSignedIn(page);
    await page.goto(`${serverUrl}/dashboard/security`);
    await page.getByText('You have no passkey yet.').waitFor();
    await page.getByRole('button', { name: 'Add a passkey' }).click();
    await page.getByTestId('passkeys').getByText('not used yet').waitFor();

    await page.context().clearCookies();
    await page.evaluate('localStorage.clear()');
    await page.goto(`${serverUrl}/dashboard/login`);
    await page.getByRole('button', { name: 'Use a passkey' }).click();
    await untilSignedIn(page);
    await page.goto(`${serverUrl}/dashboard/security`);
    await page.getByTestId('passkeys').getByText('last used').waitFor();
});
