import { createTestDatabase, freePort, testPostgresUrl } from '@efi/plugin-kit/testing';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { spawnApp, startApp, type AppProcess } from '../support/app-process';

describe('production mode', () => {
    let env: Record<string, string>;
    let server: AppProcess;
    let address: string;

    beforeAll(async () => {
        const port = await freePort();
        address = `http://127.0.0.1:${port}`;
        env = {
            EFI_MODE: 'production',
            DATABASE_URL: await createTestDatabase(testPostgresUrl(), 'system_production'),
            DATA_DIR: await mkdtemp(path.join(os.tmpdir(), 'efi-production-')),
            COOKIE_SECRET: 'c'.repeat(40),
            SMTP_URL: 'smtp://127.0.0.1:1',
            SERVER_URL: 'https://api.shop.example',
            STOREFRONT_URL: 'https://shop.example',
            SUPERADMIN_PASSWORD: 'a-password-of-ours',
            HOST: '127.0.0.1',
            METRICS_TOKEN: 'a-token-of-the-collector',
            PORT: String(port),
        };
        server = await startApp('index', env);
    });

    afterAll(async () => {
        server?.signal('SIGTERM');
        await server?.ended();
        await rm(env.DATA_DIR ?? '', { recursive: true, force: true });
    });

    it.each(['shop-api', 'admin-api'])('does not describe the schema of /%s to a stranger', async api => {
        const { body } = await graphql(api, '{ __schema { types { name } } }');
        expect(body).not.toHaveProperty('data.__schema');
        expect(body).toMatchObject({
            errors: [{ message: expect.stringContaining('introspection') as string }],
        });
    });

    it.each(['/mailbox', '/graphiql/shop', '/graphiql/admin'])('serves nothing at %s', async route => {
        expect((await fetch(address + route)).status).toBe(404);
    });

    it('shows its metrics to whoever has the token', async () => {
        const url = `${address}/metrics`;
        expect((await fetch(url)).status).toBe(404);
        const response = await fetch(url, { headers: { authorization: 'Bearer a-token-of-the-collector' } });
        expect(response.status).toBe(200);
        expect(await response.text()).toContain('process_cpu_seconds_total{process="server"}');
    });

    it('shows no stack trace in an error', async () => {
        const { body } = await graphql('shop-api', '{ nothing }');
        expect(JSON.stringify(body)).not.toMatch(/stacktrace|node_modules|\.js:\d+/);
    });

    it('lets the storefront call with credentials, and no other origin', async () => {
        expect(await allowedOrigin('https://shop.example')).toBe('https://shop.example');
        expect(await allowedOrigin('https://evil.example')).toBeNull();
    });

    it('refuses a form post from another site, which needs no preflight', async () => {
        const response = await fetch(`${address}/shop-api`, {
            method: 'POST',
            headers: { 'content-type': 'text/plain' },
            body: JSON.stringify({ query: 'mutation { logout { success } }' }),
        });
        expect(response.status).toBeGreaterThanOrEqual(400);
    });

    it('refuses a short password and says what it wants', async () => {
        const { body } = await graphql(
            'shop-api',
            `
                mutation {
                    registerCustomerAccount(input: { emailAddress: "ada@example.com", password: "short" }) {
                        __typename
                        ... on PasswordValidationError {
                            validationErrorMessage
                        }
                    }
                }
            `,
        );
        expect(body).toMatchObject({
            data: { registerCustomerAccount: { __typename: 'PasswordValidationError' } },
        });
        expect(JSON.stringify(body)).toContain('at least 12 characters');
    });

    it('does not take the demo password', async () => {
        const login = (password: string) =>
            graphql(
                'admin-api',
                `mutation { login(username: "superadmin", password: "${password}") { __typename } }`,
            );
        expect((await login('superadmin')).body).toMatchObject({
            data: { login: { __typename: 'InvalidCredentialsError' } },
        });
        expect((await login('a-password-of-ours')).body).toMatchObject({
            data: { login: { __typename: 'CurrentUser' } },
        });
    });

    it.each([
        ['the demo password', { SUPERADMIN_PASSWORD: 'superadmin' }, /SUPERADMIN_PASSWORD: must be set/],
        ['no cookie secret', { COOKIE_SECRET: '' }, /COOKIE_SECRET: must be set/],
        ['a wrong port', { PORT: 'eighty' }, /^PORT: .*\(got "eighty"\)/m],
        ['no database', { DATABASE_URL: '' }, /DATABASE_URL: must be set/],
        ['an unreachable database', { DATABASE_URL: 'postgres://a:b@127.0.0.1:1/efi' }, /ECONNREFUSED/],
    ])('refuses to start with %s: one clear message and exit code 1', async (_, fault, message) => {
        const child = spawnApp('index', { ...env, ...fault });
        let output = '';
        child.stderr?.on('data', chunk => (output += String(chunk)));
        const [code] = (await once(child, 'close')) as [number];
        expect(code).toBe(1);
        expect(output).toMatch(message);
        expect(output).not.toMatch(/at .*\.js:\d+/);
    });

    it('names the port when something else listens there', async () => {
        const child = spawnApp('index', env);
        let output = '';
        child.stderr?.on('data', chunk => (output += String(chunk)));
        expect(await once(child, 'close')).toEqual([1, null]);
        expect(output).toContain(`port ${env.PORT} is in use`);
    });

    async function graphql(api: string, query: string): Promise<{ body: unknown }> {
        const response = await fetch(`${address}/${api}`, {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({ query }),
        });
        return { body: await response.json() };
    }

    async function allowedOrigin(origin: string): Promise<string | null> {
        const response = await fetch(`${address}/shop-api`, {
            method: 'OPTIONS',
            headers: { origin, 'access-control-request-method': 'POST' },
        });
        return response.headers.get('access-control-allow-origin');
    }
});
