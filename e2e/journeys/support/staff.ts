import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { serverUrl } from './browser';

const password = 'three grey herons';

/** Of every member of the staff that `makeStaff` makes. */
export const staffPassword = password;

/** Asks the Admin API. @returns the answer and the token of the session that it began. */
export async function askAdmin(query: string, token?: string): Promise<{ body: Answer; token: string }> {
    const response = await fetch(`${serverUrl}/admin-api`, {
        method: 'POST',
        headers: {
            'content-type': 'application/json',
            ...(token && { authorization: `Bearer ${token}` }),
        },
        body: JSON.stringify({ query }),
    });
    return {
        body: (await response.json()) as Answer,
        token: response.headers.get('vendure-auth-token') ?? '',
    };
}

interface Answer {
    readonly data?: Readonly<Record<string, unknown>> | null;
    readonly errors?: unknown;
}

/**
 * A new member of the staff.
 *
 * @param role - Its code. Default: the one that may do everything.
 * @returns the name to sign in with.
 */
export async function makeStaff(role = '__super_admin_role__'): Promise<string> {
    const name = `staff-${Date.now()}@example.com`;
    const { token } = await askAdmin(
        'mutation { login(username: "superadmin", password: "superadmin") { __typename } }',
    );
    const roles = await askAdmin('{ roles(options: { take: 100 }) { items { id code } } }', token);
    const { items } = roles.body.data?.roles as { items: Array<{ id: string; code: string }> };
    const roleId = items.find(({ code }) => code === role)?.id;
    const { body } = await askAdmin(
        `mutation { createAdministrator(input: { emailAddress: "${name}", firstName: "Ada", lastName: "Byron",
            password: "${password}", roleIds: ["${roleId}"] }) { id } }`,
        token,
    );
    expect(body.errors).toBeUndefined();
    return name;
}

/** Sends the Dashboard's form. @param code - Of the second factor. */
export async function sendSignIn(page: Page, name: string, code = ''): Promise<void> {
    await page.fill('input[name="username"]', name);
    await page.fill('input[name="password"]', password);
    await page.fill('input[name="second-factor"]', code);
    await page.click('button[type="submit"]');
}

export const untilSignedIn = (page: Page) => page.waitForURL(address => !address.pathname.endsWith('/login'));
