import { createTestDatabase, freePort, testPostgresUrl } from '@efi/plugin-kit/testing';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type AppProcess } from '../support/app-process';
import { connectTo } from '../support/own-postgres';

interface Answer {
    readonly status: number;
    readonly headers: Headers;
    readonly body: { readonly data?: unknown; readonly errors?: ReadonlyArray<Record<string, unknown>> };
}

describe('the edge of a server in production', () => {
    let folder: string;
    let server: AppProcess;
    let address: string;
    let databaseUrl: string;

    beforeAll(async () => {
        const port = await freePort();
        databaseUrl = await createTestDatabase(testPostgresUrl(), 'system_edge');
        address = `http://127.0.0.1:${port}`;
        folder = await mkdtemp(path.join(os.tmpdir(), 'efi-edge-'));
        server = await startApp('index', {
            EFI_MODE: 'production',
            DATABASE_URL: databaseUrl,
            DATA_DIR: folder,
            COOKIE_SECRET: 'c'.repeat(40),
            SMTP_URL: 'smtp://127.0.0.1:1',
            SERVER_URL: 'https://api.shop.example',
            STOREFRONT_URL: 'https://shop.example',
            SUPERADMIN_PASSWORD: 'a-password-of-ours',
            HOST: '127.0.0.1',
            PORT: String(port),
        });
    });

    afterAll(async () => {
        server?.signal('SIGTERM');
        await server?.ended();
        await rm(folder, { recursive: true, force: true });
    });

    it.each([
        '/shop-api',
        '/admin-api',
        '/assets/none.png',
        '/dashboard/',
        '/api/v1/openapi.json',
        '/nothing',
    ])('sends its safe headers with %s', async route => {
        const { headers } = await fetch(address + route);
        expect(headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains');
        expect(headers.get('x-content-type-options')).toBe('nosniff');
        expect(headers.get('x-frame-options')).toBe('DENY');
        expect(headers.get('content-security-policy')).toMatch(/default-src '(none|self)'/);
        expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
        expect(headers.get('x-powered-by')).toBeNull();
        expect(headers.get('x-request-id')).toMatch(/^[\w.:-]+$/);
    });

    it('lets the storefront show its images, and no other file leave its origin', async () => {
        const policy = async (route: string) =>
            (await fetch(address + route)).headers.get('cross-origin-resource-policy');
        expect(await policy('/assets/none.png')).toBe('cross-origin');
        expect(await policy('/shop-api')).toBe('same-origin');
    });

    it("keeps a caller's request id that is fit for a log, and no other", async () => {
        const id = async (given: string) =>
            (await fetch(address, { headers: { 'x-request-id': given } })).headers.get('x-request-id');
        expect(await id('order-7.try:2')).toBe('order-7.try:2');
        expect(await id('<script>')).not.toContain('script');
    });

    it.each(['shop-api', 'admin-api'])('refuses what needs no preflight at /%s', async api => {
        const query = JSON.stringify({ query: 'mutation { logout { success } }' });
        for (const type of [
            'text/plain',
            'application/x-www-form-urlencoded',
            'multipart/form-data; boundary=x',
        ]) {
            const { status } = await fetch(`${address}/${api}`, {
                method: 'POST',
                headers: { 'content-type': type },
                body: query,
            });
            expect(status).toBe(400);
        }
    });

    it.each([
        [403, 'a page of another site', { origin: 'https://evil.example' }],
        [403, 'a page of a sister domain', { origin: 'https://blog.shop.example' }],
        [403, 'a page that hides where it is from', { origin: 'null' }],
        [200, 'the storefront', { origin: 'https://shop.example' }],
        [200, 'the Dashboard', { origin: 'https://api.shop.example' }],
        [200, 'a program', {}],
    ])('answers %i to a change with a cookie from %s', async (status, _, headers) => {
        const answer = await graphql('shop-api', 'mutation { logout { success } }', {
            cookie: 'session=e30=',
            ...headers,
        });
        expect(answer.status).toBe(status);
    });

    it.each(['shop-api', 'admin-api'])('takes one query a request at /%s', async api => {
        const response = await fetch(`${address}/${api}`, {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify([{ query: '{ __typename }' }, { query: '{ __typename }' }]),
        });
        expect(response.status).toBe(400);
    });

    it.each(['shop-api', 'admin-api'])('refuses query bombs at /%s before they run', async api => {
        const bombs = [
            `{ ${Array.from({ length: 500 }, (_, n) => `a${n}: __typename`).join(' ')} }`,
            `{ collections { items { ${'children { '.repeat(30)} id ${'} '.repeat(30)} } } }`,
            `{ __typename ${'@include(if: true) '.repeat(100)} }`,
            '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }',
        ];
        for (const bomb of bombs) {
            const { status, body } = await graphql(api, bomb);
            expect(status).toBe(400);
            expect(body.data).toBeUndefined();
        }
    });

    it('refuses a body beyond its limit', async () => {
        const { status } = await graphql('shop-api', `{ __typename } # ${'x'.repeat(200_000)}`);
        expect(status).toBe(413);
    });

    it('does not say what broke inside, and gives the id under which the log has it', async () => {
        const database = await connectTo(databaseUrl);
        await database.query('ALTER TABLE facet RENAME TO facet_away');
        const { body } = await graphql('shop-api', '{ facets { totalItems } }');
        await database.query('ALTER TABLE facet_away RENAME TO facet');
        await database.end();
        const [error] = body.errors ?? [];
        const { requestId } = error?.extensions as { requestId: string };
        expect(error).toMatchObject({ message: 'Something went wrong on our side.' });
        expect(JSON.stringify(body)).not.toMatch(/relation|exist|SELECT|\.js/);
        expect(server.output()).toContain(requestId);
    });

    it.each([
        ['a number out of range', '{ product(id: "99999999999999999999") { id } }'],
        [
            'no regular expression',
            '{ products(options: { filter: { name: { regex: "(" } } }) { totalItems } }',
        ],
        ['no text', '{ products(options: { filter: { name: { eq: "\\u0000" } } }) { totalItems } }'],
    ])("takes %s for the caller's fault", async (_, query) => {
        const { body } = await graphql('shop-api', query);
        expect(body.errors?.[0]).toMatchObject({
            message: 'A value does not fit its place.',
            extensions: { code: 'BAD_USER_INPUT', requestId: expect.any(String) as string },
        });
    });

    it('says so where there is nothing to act on', async () => {
        const login = await graphql(
            'admin-api',
            'mutation { login(username: "superadmin", password: "a-password-of-ours") { __typename } }',
        );
        const authorization = `Bearer ${login.headers.get('vendure-auth-token')}`;
        const cancel = 'mutation { cancelJob(jobId: "99999") { id } }';
        const { body } = await graphql('admin-api', cancel, { authorization });
        expect(body.errors?.[0]).toMatchObject({
            message: 'There is nothing with this id.',
            extensions: { code: 'ENTITY_NOT_FOUND' },
        });
    });

    async function graphql(
        api: string,
        query: string,
        headers: Record<string, string> = {},
    ): Promise<Answer> {
        const response = await fetch(`${address}/${api}`, {
            method: 'POST',
            headers: { 'content-type': 'application/json', ...headers },
            body: JSON.stringify({ query }),
        });
        const text = await response.text();
        const body = text.startsWith('{') ? (JSON.parse(text) as Answer['body']) : {};
        return { status: response.status, headers: response.headers, body };
    }
});
