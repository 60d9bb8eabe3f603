import { PrivacyMailEvent } from '@efi/plugin-kit';
import { testShop } from '@efi/plugin-kit/testing';
import { restApiMigrations, RestApiPlugin } from '@efi/rest-api-plugin';
import { ModuleRef } from '@nestjs/core';
import { ConfigService, EventBus, Injector, JobQueueService } from '@vendure/core';
import { strFromU8, unzipSync } from 'fflate';
import { parse } from 'graphql';
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { GDPR_OPTIONS } from '../src/gdpr.options';
import { GdprPlugin } from '../src/gdpr.plugin';
import { gdprMigrations } from '../src/infrastructure/create-gdpr.migration';

const GUEST = 'guest.without@example.org';
const OTHER = 'somebody.else@example.org';

interface Mailed {
    readonly id: string;
    readonly kind: string;
    readonly state: string;
    readonly canCancel: boolean;
    readonly download: { readonly path: string } | null;
}
interface Answer {
    readonly token?: string;
    readonly request?: Mailed;
    readonly reason?: string;
}

const FIELDS = 'id kind state canCancel download { path }';

describe('requests by mail', async () => {
    const shop = await testShop({
        plugins: [GdprPlugin.init({ secret: 's'.repeat(32) }), RestApiPlugin.init()],
        migrations: [...gdprMigrations, ...restApiMigrations],
        customerCount: 1,
    });
    const { sql } = shop;
    const visitor = shop.newShopClient();
    const mails: PrivacyMailEvent['mail'][] = [];
    const lastToken = () => mails.at(-1)?.token ?? '';

    const ask = (emailAddress: string, kind = 'PORTABILITY', note = '') =>
        visitor.query<{ askEfiPrivacyByMail: { success: boolean } }>(
            parse(
                `mutation ($input: AskEfiPrivacyByMailInput!) { askEfiPrivacyByMail(input: $input) { success } }`,
            ),
            { input: { emailAddress, kind, note } },
        );
    const show = async (token: string) =>
        (
            await visitor.query<{
                efiPrivacyMailLink: { kind: string; request: Mailed | null } | null;
            }>(
                parse(
                    `query ($token: String!) { efiPrivacyMailLink(token: $token) { kind request { ${FIELDS} } } }`,
                ),
                { token },
            )
        ).efiPrivacyMailLink;
    const confirm = async (token: string, languageCode = 'en') =>
        (
            await visitor.query<{ confirmEfiPrivacyByMail: Answer }>(
                parse(`mutation ($token: String!) { confirmEfiPrivacyByMail(token: $token) {
                    ... on EfiPrivacyConfirmed { token request { ${FIELDS} } }
                    ... on EfiPrivacyRequestRefusedError { reason } } }`),
                { token },
                { languageCode },
            )
        ).confirmEfiPrivacyByMail;
    const cancel = async (token: string) =>
        (
            await visitor.query<{ cancelEfiPrivacyByMail: Partial<Mailed> & { reason?: string } }>(
                parse(`mutation ($token: String!) { cancelEfiPrivacyByMail(token: $token) {
                    ... on EfiPrivacyMailedRequest { state } ... on EfiPrivacyRequestRefusedError { reason } } }`),
                { token },
            )
        ).cancelEfiPrivacyByMail;
    const base = () => `http://localhost:${shop.config.apiOptions.port}`;
    const sweep = async () => {
        const { app } = shop.server;
        const tasks = app.get(ConfigService).schedulerOptions.tasks ?? [];
        const task = tasks.find(({ id }) => id === 'efi-privacy-requests');
        return (await task?.execute(new Injector(app.get(ModuleRef)))) as unknown;
    };
    /** What a guest leaves who orders. */
    const addGuest = async (emailAddress: string) => {
        const client = shop.newShopClient();
        await client.query(
            parse('mutation { addItemToOrder(productVariantId: "T_1", quantity: 1) { __typename } }'),
        );
        await client.query(
            parse(`mutation { setCustomerForOrder(input: { firstName: "Gwendolyn", lastName: "Underbough",
                emailAddress: "${emailAddress}" }) { __typename } }`),
        );
    };

    beforeAll(async () => {
        await shop.start();
        await shop.server.app.get(JobQueueService).start();
        shop.server.app
            .get(EventBus)
            .ofType(PrivacyMailEvent)
            .subscribe(({ mail }) => mails.push(mail));
        await addGuest(GUEST);
        await addGuest(OTHER);
    });
    afterAll(() => shop.stop());
    beforeEach(async () => {
        mails.length = 0;
        await sql('DELETE FROM efi_gdpr_mail_link');
        await sql(`UPDATE efi_gdpr_request SET state = 'CANCELLED' WHERE state <> 'COMPLETED'`);
    });

    it('are answered the same, whoever the address is of, and only who has something gets a mail', async () => {
        const answers = [
            await ask('nobody@example.org'),
            await ask('not an address'),
            await ask('%@example.org'),
        ];
        expect(mails).toEqual([]);
        answers.push(await ask(` ${GUEST.toUpperCase()} `));
        expect(new Set(answers.map(answer => JSON.stringify(answer)))).toHaveLength(1);
        await vi.waitFor(
            () => expect(mails).toMatchObject([{ step: 'confirm', emailAddress: GUEST }]),
            15_000,
        );
        const kept = JSON.stringify(await sql('SELECT * FROM efi_gdpr_mail_link'));
        expect(kept).not.toContain(lastToken());
        expect(kept).toContain(createHash('sha256').update(lastToken()).digest('base64url'));
        expect(await sql('SELECT FROM efi_gdpr_request')).toEqual([]);
    });

    it('take as long for an address that nobody has', async () => {
        const took = async (address: string) => {
            const began = performance.now();
            await ask(address);
            return performance.now() - began;
        };
        expect(await took('nobody@example.org')).toBeGreaterThan(390);
        expect(await took(GUEST)).toBeGreaterThan(390);
    });

    it('lead who has an account to the account', async () => {
        const [customer] = await sql<{ emailAddress: string }>(
            'SELECT "emailAddress" FROM customer WHERE "userId" IS NOT NULL',
        );
        await ask(customer?.emailAddress ?? '');
        await vi.waitFor(() => expect(mails).toMatchObject([{ step: 'account', token: '' }]), 15_000);
    });

    it('begin when the link is confirmed, once, and end with a file by a link that tells nothing without its secret', async () => {
        await ask(GUEST);
        await vi.waitFor(() => expect(mails).toHaveLength(1), 15_000);
        const token = lastToken();
        expect(await show(token)).toEqual({ kind: 'PORTABILITY', request: null });
        expect(await sql(`SELECT FROM efi_gdpr_request WHERE state = 'VERIFIED'`)).toEqual([]);

        const [one, other] = await Promise.all([confirm(token), confirm(token)]);
        expect([one.reason, other.reason].filter(Boolean)).toEqual(['LINK_INVALID']);
        const confirmed = one.request ? one : other;
        expect(await confirm(token)).toEqual({ reason: 'LINK_INVALID' });
        expect(await show(token)).toBeNull();
        await vi.waitFor(
            () => expect(mails.at(-1)).toMatchObject({ step: 'follow', token: confirmed.token }),
            15_000,
        );

        const follow = confirmed.token ?? '';
        expect(await confirm(follow)).toEqual({ reason: 'LINK_INVALID' });
        await vi.waitFor(
            async () => expect((await show(follow))?.request).toMatchObject({ state: 'COMPLETED' }),
            15_000,
        );
        const path = (await show(follow))?.request?.download?.path ?? '';
        const response = await fetch(base() + path);
        expect(response.headers.get('cache-control')).toBe('no-store');
        const files = unzipSync(new Uint8Array(await response.arrayBuffer()));
        const data = strFromU8(files['data.json'] ?? new Uint8Array());
        expect(data).toContain(GUEST);
        expect(data).not.toContain(OTHER);
        expect((await fetch(`${base()}${path}x`)).status).toBe(404);
        await sql('UPDATE efi_gdpr_export SET "expiresAt" = now()');
        expect((await fetch(base() + path)).status).toBe(404);
    });

    it('keep the files of accounts for their owners', async () => {
        await ask(GUEST);
        await vi.waitFor(() => expect(mails).toHaveLength(1), 15_000);
        const follow = (await confirm(lastToken())).token ?? '';
        await vi.waitFor(
            async () => expect((await show(follow))?.request).toMatchObject({ state: 'COMPLETED' }),
            15_000,
        );
        const path = (await show(follow))?.request?.download?.path ?? '';
        await sql(`UPDATE efi_gdpr_request SET "verifiedBy" = 'password'`);
        expect((await fetch(base() + path)).status).toBe(404);
        await sql(`UPDATE efi_gdpr_request SET "verifiedBy" = 'mail'`);
        expect((await fetch(base() + path)).status).toBe(200);
        expect((await fetch(base() + path.replace('mailed-exports', 'exports'))).status).toBe(403);
    });

    it('are answered by mail once staff have decided, in the language in which they were asked', async () => {
        const staff = (text: string) => shop.adminClient.query(parse(text));
        for (const [kind, step, decide] of [
            ['RECTIFICATION', 'done', (id: string) => `completeEfiPrivacyRequest(id: "${id}")`],
            [
                'OPT_OUT',
                'refused',
                (id: string) => `refuseEfiPrivacyRequest(id: "${id}", because: "Sold none.")`,
            ],
        ] as const) {
            await ask(GUEST, kind);
            await vi.waitFor(() => expect(mails.at(-1)).toMatchObject({ step: 'confirm', kind }), 15_000);
            const { request } = await confirm(lastToken(), 'de');
            await staff(`mutation { ${decide(request?.id ?? '')} { __typename } }`);
            await vi.waitFor(() => expect(mails.at(-1)).toMatchObject({ step, kind }), 15_000);
            expect(mails.at(-1)).toMatchObject({
                emailAddress: GUEST,
                because: step === 'refused' ? 'Sold none.' : undefined,
                asked: { languageCode: 'de', channelCode: '__default_channel__' },
            });
            expect((await show(lastToken()))?.request?.id).toBe(request?.id);
        }
        const { createCustomer } = await shop.adminClient.query<{ createCustomer: { id: string } }>(
            parse(`mutation { createCustomer(password: "test", input: { firstName: "A", lastName: "B",
                emailAddress: "with.account@example.org" }) { ... on Customer { id } } }`),
        );
        const { opened } = await shop.adminClient.query<{ opened: { id: string } }>(
            parse(`mutation { opened: openEfiPrivacyRequest(input: { kind: RESTRICTION,
                customerId: "${createCustomer.id}" }) { ... on EfiPrivacyRequest { id } } }`),
        );
        await staff(
            `mutation { refuseEfiPrivacyRequest(id: "${opened.id}", because: "Who asks?") { __typename } }`,
        );
        await vi.waitFor(
            () =>
                expect(mails.at(-1)).toMatchObject({
                    ...{ step: 'refused', emailAddress: 'with.account@example.org', token: '' },
                }),
            15_000,
        );
    });

    it('do nothing by a link that is too old, invented, or of somebody else now', async () => {
        await ask(GUEST, 'ERASURE');
        await vi.waitFor(() => expect(mails).toHaveLength(1), 15_000);
        const token = lastToken();
        await sql(`UPDATE efi_gdpr_mail_link SET "expiresAt" = now() - interval '1 second'`);
        expect(await show(token)).toBeNull();
        expect(await confirm(token)).toEqual({ reason: 'LINK_INVALID' });
        expect(await confirm('x'.repeat(43))).toEqual({ reason: 'LINK_INVALID' });
        expect(await sweep()).toMatchObject({ expiredLinks: 1 });

        await ask(GUEST, 'ERASURE');
        await vi.waitFor(() => expect(mails).toHaveLength(2), 15_000);
        await sql(`UPDATE customer SET "emailAddress" = 'moved@example.org' WHERE "emailAddress" = $1`, [
            GUEST,
        ]);
        expect(await confirm(lastToken())).toEqual({ reason: 'LINK_INVALID' });
        await sql(`UPDATE customer SET "emailAddress" = $1 WHERE "emailAddress" = 'moved@example.org'`, [
            GUEST,
        ]);
        expect(await sql(`SELECT FROM efi_gdpr_request WHERE kind = 'ERASURE'`)).toEqual([]);
    });

    it('are confirmed by a link from before the secret was replaced', async () => {
        await ask(GUEST, 'RESTRICTION');
        await vi.waitFor(() => expect(mails).toHaveLength(1), 15_000);
        const options = shop.server.app.get<{ secret: string; earlierSecrets: string[] }>(GDPR_OPTIONS);
        const { secret } = options;
        Object.assign(options, { secret: 'n'.repeat(32), earlierSecrets: [secret] });
        try {
            expect(await confirm(lastToken())).toMatchObject({ request: { kind: 'RESTRICTION' } });
        } finally {
            Object.assign(options, { secret, earlierSecrets: [] });
        }
    });

    it('write to a mailbox three times an hour at the most, and all its links end with the first that is used', async () => {
        for (let time = 0; time < 6; time++) {
            await ask(GUEST, 'OBJECTION');
        }
        await Promise.all(Array.from({ length: 4 }, () => ask(OTHER, 'OBJECTION')));
        await vi.waitFor(() => expect(mails).toHaveLength(6), 15_000);
        const links = mails.filter(({ emailAddress }) => emailAddress === GUEST).map(({ token }) => token);
        expect(links).toHaveLength(3);
        expect((await confirm(links[1] ?? '')).request).toMatchObject({
            kind: 'OBJECTION',
            state: 'VERIFIED',
        });
        expect(await confirm(links[0] ?? '')).toEqual({ reason: 'LINK_INVALID' });
        expect(await confirm(links[2] ?? '')).toEqual({ reason: 'LINK_INVALID' });
        // That of somebody else goes on.
        expect(
            (await confirm(mails.find(({ emailAddress }) => emailAddress === OTHER)?.token ?? '')).request,
        ).toMatchObject({
            kind: 'OBJECTION',
        });
        await sql(`UPDATE efi_gdpr_mail_link SET "createdAt" = now() - interval '2 hours'`);
        await ask(GUEST, 'OBJECTION');
        await vi.waitFor(
            () => expect(mails.filter(({ step }) => step === 'confirm')).toHaveLength(7),
            15_000,
        );
        expect(await confirm(lastToken())).toEqual({ reason: 'OPEN_ALREADY' });
    });

    it('keep what is to be put right, and are taken back by the link that follows them alone', async () => {
        await ask(GUEST, 'RECTIFICATION', 'It is Underbow.');
        await vi.waitFor(() => expect(mails).toHaveLength(1), 15_000);
        const { token = '', request } = await confirm(lastToken());
        const [kept] = await sql<{ note: string; verifiedBy: string }>(
            'SELECT note, "verifiedBy" FROM efi_gdpr_request WHERE id = $1',
            [request?.id],
        );
        expect(kept).toEqual({ note: 'It is Underbow.', verifiedBy: 'mail' });
        expect(await sql('SELECT FROM efi_gdpr_mail_link WHERE note IS NOT NULL')).toEqual([]);
        expect(await cancel('x'.repeat(43))).toEqual({ reason: 'LINK_INVALID' });
        expect(await cancel(token)).toEqual({ state: 'CANCELLED' });
        expect(await cancel(token)).toEqual({ reason: 'TOO_LATE' });
    });

    it('erase a guest after the days in which that can be taken back, and show that it is done', async () => {
        await ask(OTHER, 'ERASURE');
        await vi.waitFor(() => expect(mails).toHaveLength(1), 15_000);
        const { token = '', request } = await confirm(lastToken());
        expect(request).toMatchObject({ state: 'VERIFIED', canCancel: true });
        await sweep();
        expect(await sql('SELECT FROM customer WHERE "emailAddress" = $1', [OTHER])).toHaveLength(1);
        await sql('UPDATE efi_gdpr_request SET "startsAt" = now() WHERE id = $1', [request?.id]);
        await sweep();
        await vi.waitFor(
            async () =>
                expect((await show(token))?.request).toMatchObject({ state: 'COMPLETED', canCancel: false }),
            15_000,
        );
        expect(await sql('SELECT FROM customer WHERE "emailAddress" = $1', [OTHER])).toEqual([]);
        const [{ certificate } = { certificate: null }] = await sql<{ certificate: string | null }>(
            'SELECT certificate FROM efi_gdpr_request WHERE id = $1',
            [request?.id],
        );
        expect(certificate?.split('.')).toHaveLength(3);
    });

    it('are the same in REST', async () => {
        const post = async (path: string, body: unknown) => {
            const response = await fetch(`${base()}/api/v1/users/requests/by-mail${path}`, {
                method: 'POST',
                headers: { 'content-type': 'application/json' },
                body: JSON.stringify(body),
            });
            return { status: response.status, body: (await response.json()) as Answer & Partial<Mailed> };
        };
        const kind = 'RESTRICTION';
        expect(await post('', { emailAddress: 'nobody@example.org', kind })).toEqual({
            status: 202,
            body: {},
        });
        expect(await post('', { emailAddress: GUEST, kind })).toEqual({ status: 202, body: {} });
        expect((await post('', { emailAddress: GUEST, kind: 'NOTHING' })).status).toBe(400);
        await vi.waitFor(() => expect(mails).toHaveLength(1), 15_000);

        const token = lastToken();
        const { status, body } = await post('/confirm', { token });
        expect({ status, state: body.request?.state }).toEqual({ status: 202, state: 'VERIFIED' });
        expect((await post('/confirm', { token })).status).toBe(403);
        expect((await post('/cancel', { token })).status).toBe(403);
        expect(await post('/cancel', { token: body.token })).toMatchObject({
            status: 200,
            body: { state: 'CANCELLED' },
        });
        expect((await post('/cancel', { token: body.token })).status).toBe(409);
    });

    it('are refused when they are too long', async () => {
        await expect(ask('x'.repeat(300))).rejects.toThrow('254');
        await expect(ask(GUEST, 'RECTIFICATION', 'x'.repeat(2001))).rejects.toThrow('2000');
        expect(mails).toEqual([]);
    });
});
