import { AuthPlugin, authMigrations } from '@efi/auth-plugin';
import { StatementLog, testShop } from '@efi/plugin-kit/testing';
import { RateLimiterPostgres } from 'rate-limiter-flexible';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { callersOf, trustProxy } from './callers';

const IN = { __typename: 'CurrentUser' };
const WRONG = { __typename: 'InvalidCredentialsError', authenticationError: '' };

describe('what a sign-in asks PostgreSQL', async () => {
    const log = new StatementLog();
    const shop = await testShop({
        plugins: [AuthPlugin.init()],
        migrations: authMigrations,
        customerCount: 3,
        config: { dbConnectionOptions: { type: 'postgres', logging: ['query'], logger: log } },
    });
    const { signIn } = callersOf(shop);
    let emails: string[] = [];
    const email = (index: number) => emails[index] ?? '';

    beforeAll(async () => {
        await shop.start();
        trustProxy(shop);
        const rows = await shop.sql<{ emailAddress: string }>(
            'SELECT "emailAddress" FROM customer ORDER BY id',
        );
        emails = rows.map(row => row.emailAddress);
    });
    afterAll(() => shop.stop());

    it('is the password once, whether the address is known once, and the account only when it is looked up', async () => {
        expect(await signIn(email(0), 'test')).toEqual(IN);
        const asked = vi.spyOn(RateLimiterPostgres.prototype, 'get');
        log.clear();
        expect(await signIn(email(0), 'test')).toEqual(IN);
        expect({
            hashes: log.count('"passwordHash" AS hash'),
            methods: log.count('authentication_method'),
            limits: asked.mock.calls.length,
            accounts: log.count('FROM "user"'),
            writes: log.count('UPDATE "user"'),
            record: log.count('efi_auth_session_detail') + log.count('efi_auth_known_device'),
        }).toEqual({ hashes: 1, methods: 2, limits: 1, accounts: 1, writes: 1, record: 2 });
    });

    it('writes down when it was, and from where', async () => {
        const before = Date.now();
        expect(await signIn(email(0), 'test')).toEqual(IN);
        const [row] = await shop.sql<{ lastLogin: Date; updatedAt: Date; address: string }>(
            `SELECT "lastLogin", "user"."updatedAt", address FROM "user"
               JOIN session ON session."userId" = "user".id
               JOIN efi_auth_session_detail detail ON detail."sessionId" = session.id
              WHERE identifier = $1 ORDER BY session.id DESC LIMIT 1`,
            [email(0)],
        );
        expect(row?.lastLogin.getTime()).toBeGreaterThanOrEqual(before);
        expect(row?.updatedAt.getTime()).toBeGreaterThanOrEqual(before - 1);
        expect(row?.address).toBe('192.0.2.*');
    });

    it('takes no password for an account that has none', async () => {
        await shop.sql(
            `UPDATE authentication_method SET "passwordHash" = NULL FROM "user"
              WHERE "user".id = "userId" AND "user".identifier = $1`,
            [email(1)],
        );
        expect(await signIn(email(1), '')).toEqual(WRONG);
        expect(await signIn(email(1), 'test')).toEqual(WRONG);
        await shop.sql(
            `DELETE FROM authentication_method USING "user"
              WHERE "user".id = "userId" AND "user".identifier = $1`,
            [email(2)],
        );
        expect(await signIn(email(2), 'test')).toEqual(WRONG);
    });
});
