import { createTestDatabase, freePort, testPostgresUrl } from '@efi/plugin-kit/testing';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type AppProcess } from '../support/app-process';
import { cuttableProxy, type CuttableProxy } from '../support/cuttable-proxy';
import { GraphQlClient } from '../support/graphql-client';
import { requireService } from '../support/services';

const CREDENTIALS = { username: 'superadmin', password: 'superadmin' };
const LOGIN = `mutation ($username: String!, $password: String!) {
    login(username: $username, password: $password) {
        __typename
        ... on InvalidCredentialsError { authenticationError }
    }
}`;

interface Pair {
    readonly accessToken: string;
    readonly refreshToken: string;
}

describe('signing in while Redis is away', () => {
    let folder: string;
    let proxy: CuttableProxy;
    /** Of two servers of one shop. */
    const servers: { readonly process: AppProcess; readonly address: string; readonly port: string }[] = [];

    beforeAll(async () => {
        const redis = new URL(requireService('REDIS_URL', 7));
        proxy = await cuttableProxy({ host: '127.0.0.1', port: Number(redis.port) });
        folder = await mkdtemp(path.join(os.tmpdir(), 'efi-sign-in-away-'));
        const shared = {
            DATABASE_URL: await createTestDatabase(testPostgresUrl(), 'sign_in_away'),
            DATA_DIR: folder,
            REDIS_URL: `redis://127.0.0.1:${proxy.port}/7`,
            // Whom tokens name as their issuer.
            SERVER_URL: 'http://localhost',
        };
        while (servers.length < 2) {
            const port = String(await freePort());
            const process = await startApp('index', { ...shared, PORT: port });
            servers.push({ process, port, address: `http://127.0.0.1:${port}` });
        }
    });

    afterAll(async () => {
        servers.forEach(({ process }) => process.signal('SIGKILL'));
        await Promise.all(servers.map(({ process }) => process.ended()));
        await proxy.cut();
        await rm(folder, { recursive: true, force: true });
    });

    it('works, by session and by token, and what is revoked is refused on every server, then and after', async () => {
        const before = { session: await signIn(0), tokens: await tokens(0) };
        expect(await isKnown(1, before.session)).toBe(true);
        expect(await isKnown(1, before.tokens.accessToken)).toBe(true);

        await proxy.cut();
        expect(await isKnown(1, before.session)).toBe(true);
        expect(await isKnown(1, before.tokens.accessToken)).toBe(true);
        const meanwhile = { session: await signIn(1), tokens: await tokens(1) };
        expect(await isKnown(0, meanwhile.session)).toBe(true);
        const next = await tokens(0, '/refresh', { refreshToken: before.tokens.refreshToken });
        expect(await isKnown(1, next.accessToken)).toBe(true);

        await post(0, '/revoke', { refreshToken: next.refreshToken });
        for (const server of [0, 1]) {
            expect(await isKnown(server, next.accessToken)).toBe(false);
            expect(await isKnown(server, before.tokens.accessToken)).toBe(false);
        }
        await new GraphQlClient(`${servers[0]?.address}/admin-api`, before.session).run(
            'mutation { logout { success } }',
        );
        const ended = [before.session, meanwhile.session, meanwhile.tokens.accessToken];
        expect(await known(ended)).toEqual([false, false, false, false, false, false]);

        await proxy.mend();
        await Promise.all(
            servers.map(({ port }) => expect.poll(() => redisOf(port), { timeout: 15_000 }).toBe('ok')),
        );
        expect(await known(ended)).toEqual([false, false, false, false, false, false]);
        servers.forEach(({ process }) => expect(process.output()).toContain('Redis is away'));
    });

    it('counts wrong passwords', async () => {
        await proxy.cut();
        const client = new GraphQlClient(`${servers[0]?.address}/admin-api`);
        const answers: string[] = [];
        for (let n = 0; n < 11; n++) {
            const { login } = await client.ask<{ login: { authenticationError?: string } }>(LOGIN, {
                username: 'superadmin',
                password: 'a guess',
            });
            answers.push(login.authenticationError ?? '');
        }
        expect(answers.at(0)).not.toBe('TOO_MANY_ATTEMPTS');
        expect(answers.at(-1)).toBe('TOO_MANY_ATTEMPTS');
        await proxy.mend();
    });

    async function signIn(server: number): Promise<string> {
        const client = new GraphQlClient(`${servers[server]?.address}/admin-api`);
        await client.run(LOGIN, CREDENTIALS);
        return client.sessionToken ?? '';
    }

    async function tokens(server: number, route = '', body: object = CREDENTIALS): Promise<Pair> {
        const response = await post(server, route, body);
        return (await response.json()) as Pair;
    }

    async function post(server: number, route: string, body: object): Promise<Response> {
        const response = await fetch(`${servers[server]?.address}/api/v1/auth/token/admin${route}`, {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify(body),
        });
        expect(response.ok, await response.clone().text()).toBe(true);
        return response;
    }

    async function isKnown(server: number, bearer: string): Promise<boolean> {
        const response = await fetch(`${servers[server]?.address}/admin-api`, {
            method: 'POST',
            headers: { 'content-type': 'application/json', authorization: `Bearer ${bearer}` },
            body: JSON.stringify({ query: '{ me { identifier } }' }),
        });
        const { data } = (await response.json()) as { data?: { me: object | null } | null };
        return Boolean(data?.me);
    }

    /** Each of them at each server. */
    function known(bearers: readonly string[]): Promise<boolean[]> {
        return Promise.all(bearers.flatMap(bearer => [isKnown(0, bearer), isKnown(1, bearer)]));
    }

    async function redisOf(port: string): Promise<string | undefined> {
        const response = await fetch(`http://127.0.0.1:${port}/readyz`);
        return ((await response.json()) as { checks: Record<string, string> }).checks.redis;
    }
});
