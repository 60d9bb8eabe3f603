import { readFile } from 'node:fs/promises';
import { expect, it, vi } from 'vitest';
import { serverUrl, useBrowser } from './support/browser';
import { CONTENT, expectAccessible, open, signedIn } from './support/dashboard';
import { useShopDatabase } from './support/shop-database';
import { askAdmin, makeStaff } from './support/staff';

const browser = useBrowser();
const sql = useShopDatabase();

it('a member of the staff looks up who did what, down to what changed, and takes it along', async () => {
    const name = await makeStaff();
    const page = await signedIn(browser, name);

    await page.goto(`${serverUrl}/dashboard/audit-trail?action=createAdministrator`);
    await page.getByRole('heading', { level: 1, name: 'Audit trail' }).waitFor();
    await page.getByText('State of the chain').waitFor();
    await page.getByRole('button', { name: 'createAdministrator' }).first().waitFor();
    await expectAccessible(page, CONTENT);
    await page.getByRole('button', { name: 'createAdministrator' }).first().click();
    await page.getByRole('dialog').getByText('What changed').waitFor();
    await page.getByRole('dialog').getByText('firstName', { exact: true }).waitFor();
    expect(await page.getByRole('dialog').innerText()).not.toContain(name);
    await expectAccessible(page, '[role=dialog]');
    await page.keyboard.press('Escape');

    const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: 'Download these as CSV' }).click(),
    ]);
    const lines = (await readFile(await download.path(), 'utf8')).trimEnd().split('\r\n').slice(1);
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.every(line => line.includes(',createAdministrator,'))).toBe(true);

    await page.getByLabel('What was done').fill('no-such-thing');
    await page.getByRole('button', { name: 'Search', exact: true }).click();
    await page.getByText('Nothing in the trail matches this.').waitFor();

    await sql(`INSERT INTO efi_audit.alert (pattern, address, last_at, last_entry, count)
        VALUES ('failed-sign-ins-address', '192.0.2.7', now(), 0, 31)`);
    await page.goto(`${serverUrl}/dashboard/audit-alerts`);
    const row = page.getByRole('row').filter({ hasText: '192.0.2.7' });
    await row.getByText('Many failed sign-ins from one address').waitFor();
    await expectAccessible(page, CONTENT);
    await row.getByRole('button', { name: 'I have looked at it' }).click();
    await row.getByText(name).waitFor();
});

/** A customer whose erasure is late and stopped at one part. @returns the customer's id and the request's. */
async function stoppedErasure(emailAddress: string): Promise<{ customer: string; request: string }> {
    const { token } = await askAdmin(
        'mutation { login(username: "superadmin", password: "superadmin") { __typename } }',
    );
    const { body } = await askAdmin(
        `mutation { createCustomer(input: { firstName: "Grace", lastName: "Late", emailAddress: "${emailAddress}" }) {
            ... on Customer { id } } }`,
        token,
    );
    const customer = (body.data?.['createCustomer'] as { id: string }).id;
    const [row] = await sql<{ id: string }>(
        `WITH request AS (
             INSERT INTO efi_gdpr_request (id, "createdAt", kind, state, "customerId", "verifiedAt", "verifiedBy",
                 "startsAt", "dueAt", attempts)
             VALUES (gen_random_uuid(), now() - interval '33 days', 'ERASURE', 'PARTIAL', $1, now(), 'staff',
                 now() - interval '30 days', now() - interval '3 days', 4) RETURNING id)
         INSERT INTO efi_gdpr_part ("requestId", part, state, rows, attempts, problem)
         SELECT id, 'address', 'FAILED', 0, 4, '57P01' FROM request RETURNING "requestId" AS id`,
        [customer],
    );
    return { customer, request: row?.id ?? '' };
}

it('a member of the staff works on a late request, and says why before they see what is kept of a customer', async () => {
    const email = `grace-${Date.now()}@example.com`;
    const { customer } = await stoppedErasure(email);
    const page = await signedIn(browser, await makeStaff());

    await open(page, 'privacy-requests', 'Privacy requests');
    const row = page.getByRole('row').filter({ hasText: email });
    await row.getByText('Partly done').waitFor();
    await row.getByText('Overdue: due 3 days ago').waitFor();
    await expectAccessible(page, CONTENT);
    await row.getByRole('link', { name: 'Erasure' }).click();
    await page.getByText('failed with 57P01').waitFor();
    await page.getByText('Nothing is held back.').waitFor();
    await expectAccessible(page, CONTENT);
    await page.getByRole('button', { name: 'Extend the deadline…' }).click();
    await page.getByLabel('Reason').waitFor();
    await expectAccessible(page, '[role=dialog]');
    await page.getByLabel('Reason').fill('it is about many years');
    await page.getByRole('button', { name: 'Extend by two months' }).click();
    await page.getByText('it is about many years').waitFor();
    await page.getByText(/^Due in \d+ days/).waitFor();
    expect(await page.getByRole('button', { name: 'Extend the deadline…' }).count()).toBe(0);

    await open(page, `customers/${customer}`, 'Grace Late');
    expect(await page.getByTestId('personal-data').count()).toBe(0);
    await page.getByRole('button', { name: 'Look at it…' }).click();
    await page.getByLabel('In words').waitFor();
    await expectAccessible(page, '[role=dialog]');
    await page.getByLabel('In words').fill('case 4711');
    await page.getByRole('button', { name: 'Look at it', exact: true }).click();
    const kept = page.getByTestId('personal-data');
    await kept.getByRole('link', { name: 'Erasure' }).waitFor();
    await kept.getByText('They have decided about nothing').waitFor();
    // The dialog's form is no part of the page's.
    expect(await page.getByText('Successfully updated customer').count()).toBe(0);
    const looks = await sql<{ detail: object; said: object }>(
        `SELECT detail, said FROM efi_audit.entry WHERE action = 'look-at-personal-data' AND resource_id = $1`,
        [customer],
    );
    expect(JSON.stringify(looks)).toContain('4711');
});

it('a member of the staff opens what is held of somebody who is erased, and says why', async () => {
    const email = `ada-${Date.now()}@example.com`;
    const { token } = await askAdmin(
        'mutation { login(username: "superadmin", password: "superadmin") { __typename } }',
    );
    const ask = async (mutation: string) =>
        (await askAdmin(`mutation { done: ${mutation} }`, token)).body.data;
    const made = await ask(
        `createCustomer(input: { firstName: "Ada", lastName: "Held", emailAddress: "${email}" }) {
            ... on Customer { id } }`,
    );
    const { id: customer } = made?.['done'] as { id: string };
    await ask(`createCustomerAddress(customerId: "${customer}",
        input: { streetLine1: "Zwirnerstiege 77", countryCode: "DE" }) { id }`);
    await ask(`holdEfiPrivacyData(input: { customerId: "${customer}", parts: ["address"],
        because: "Tax audit 2027/31", until: "2099-01-01T00:00:00Z" }) { __typename }`);
    const opened = await ask(`openEfiPrivacyRequest(input: { kind: ERASURE, customerId: "${customer}" }) {
        ... on EfiPrivacyRequest { id } }`);
    const { id: request } = opened?.['done'] as { id: string };
    await ask(`verifyEfiPrivacyRequest(id: "${request}") { __typename }`);
    await sql('UPDATE efi_gdpr_request SET "startsAt" = now() WHERE id = $1', [request]);
    await sql(
        `UPDATE scheduled_task_record SET "manuallyTriggeredAt" = now() WHERE "taskId" = 'efi-privacy-requests'`,
    );
    await vi.waitFor(
        async () =>
            expect(await sql('SELECT state FROM efi_gdpr_request WHERE id = $1', [request])).toEqual([
                { state: 'COMPLETED' },
            ]),
        { timeout: 90_000, interval: 500 },
    );

    const page = await signedIn(browser, await makeStaff());
    await open(page, `privacy-requests/${request}`, 'Erasure');
    await page.getByText('Sealed', { exact: true }).first().waitFor();
    await page.getByText('The reason is sealed with what is held.').waitFor();
    await expectAccessible(page, CONTENT);
    await page.getByRole('button', { name: 'Open what is held…' }).click();
    await page.getByLabel('In words').waitFor();
    await expectAccessible(page, '[role=dialog]');
    await page.getByLabel('In words').fill('case 4712');
    await page.getByRole('button', { name: 'Open it', exact: true }).click();
    await page.getByTestId('held-data').getByText('Zwirnerstiege 77').waitFor();
    await expectAccessible(page, CONTENT);
    const openings = await sql<{ said: object }>(
        `SELECT said FROM efi_audit.entry WHERE action = 'open-held-data' AND detail ->> 'customerId' = $1`,
        [customer],
    );
    expect(JSON.stringify(openings)).toContain('4712');
});

it('a member of the staff sees what people are asked, what is kept for how long, and whether it is encrypted', async () => {
    const page = await signedIn(browser, await makeStaff());
    await open(page, 'consent', 'Consent');
    await page.getByLabel('Title').first().fill('Counting visits');
    await page.getByTestId('consent-preview').getByText('Counting visits').waitFor();
    await expectAccessible(page, CONTENT);

    await open(page, 'processing-record', 'Processing record');
    await page.getByLabel('Find in the record').fill('efi_gdpr_notice');
    await page.getByTestId('processing-record').locator('summary').first().click();
    await page.getByText('It is what has others erase the rest.').waitFor();
    await page
        .getByRole('heading', { name: 'Recipients' })
        .or(page.getByText('Recipients'))
        .first()
        .waitFor();
    await expectAccessible(page, CONTENT);
    const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: 'Download as Markdown' }).click(),
    ]);
    expect(await readFile(await download.path(), 'utf8')).toContain('# Record of processing');

    await open(page, 'retention', 'Retention');
    await page.getByRole('button', { name: 'Count what would go' }).click();
    await page.getByRole('row').filter({ hasText: 'sessions' }).getByText('only counted').first().waitFor();
    await expectAccessible(page, CONTENT);

    await open(page, 'encryption-keys', 'Encryption keys');
    await page.getByText('Encryption is switched off').waitFor();
    await expectAccessible(page, CONTENT);
});
