import { generateSync } from 'otplib';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { serverUrl, useBrowser } from './support/browser';

const browser = useBrowser();
const password = 'three grey herons';

/** Asks the Admin API. @returns the answer and the token of the session that it began. */
async function ask(query: string, token?: string) {
    const response = await fetch(`${serverUrl}/admin-api`, {
        method: 'POST',
        headers: {
            'content-type': 'application/json',
            ...(token && { authorization: `Bearer ${token}` }),
        },
        body: JSON.stringify({ query }),
    });
    expect(((await response.json()) as { errors?: unknown }).errors).toBeUndefined();
    return response.headers.get('vendure-auth-token') ?? '';
}

async function makeStaff(): Promise<string> {
    const name = `staff-${Date.now()}@example.com`;
    const superadmin = await ask(
        'mutation { login(username: "superadmin", password: "superadmin") { __typename } }',
    );
    await ask(
        `mutation { createAdministrator(input: { emailAddress: "${name}", firstName: "Ada", lastName: "Byron",
            password: "${password}", roleIds: ["1"] }) { id } }`,
        superadmin,
    );
    return name;
}

async function signIn(page: Page, name: string, code = '') {
    await page.fill('input[name="username"]', name);
    await page.fill('input[name="password"]', password);
    await page.fill('input[name="second-factor"]', code);
    await page.click('button[type="submit"]');
}

const signedIn = (page: Page) => page.waitForURL(address => !address.pathname.endsWith('/login'));

it('a member of the staff sets up a second factor in the Dashboard, and signs in with it', async () => {
    const name = await makeStaff();
    const page = await browser.newPage();
    await page.goto(`${serverUrl}/dashboard/login`);
    await signIn(page, name);
    await signedIn(page);

    await page.goto(`${serverUrl}/dashboard/security`);
    await page.getByLabel('Your password').fill('not the password');
    await page.getByRole('button', { name: 'Set up a second factor' }).click();
    await page.getByText('That is not your password.').waitFor();
    await page.getByLabel('Your password').fill(password);
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
    await signIn(later, name);
    await later.getByText('Please add the code from your authenticator app').waitFor();
    await signIn(later, name, codes[0]);
    await signedIn(later);

    await later.goto(`${serverUrl}/dashboard/security`);
    await later.getByText('9 recovery codes are left.').waitFor();
    await later.getByLabel('A code from your app').fill(codes[0] ?? '');
    await later.getByRole('button', { name: 'Turn off' }).click();
    await later.getByText('This code is wrong, or was used already.').waitFor();
    await later.getByLabel('A code from your app').fill(codes[1] ?? '');
    await later.getByRole('button', { name: 'Turn off' }).click();
    await later.getByLabel('Your password').waitFor();
});
