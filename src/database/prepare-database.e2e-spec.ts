import { createTestDatabase, testPostgresUrl } from '@efi/plugin-kit/testing';
import { Client } from 'pg';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { migrations } from '../../migrations';
import { parseEnv, type Env } from '../env';
import { DatabaseUnavailableError } from './database-unavailable.error';
import { withDatabaseReady } from './prepare-database';

describe('withDatabaseReady', () => {
    let databaseUrl: string;
    let env: Env;

    beforeAll(async () => {
        for (const role of ['prepare_owner', 'prepare_app']) {
            await query(testPostgresUrl(), `DROP DATABASE IF EXISTS prepare WITH (FORCE)`);
            await query(testPostgresUrl(), `DROP ROLE IF EXISTS ${role}`);
            await query(testPostgresUrl(), `CREATE ROLE ${role} LOGIN PASSWORD 'p'`);
        }
    });

    beforeEach(async () => {
        databaseUrl = await createTestDatabase(testPostgresUrl(), 'prepare');
        await query(testPostgresUrl(), 'ALTER DATABASE prepare OWNER TO prepare_owner');
        env = parseEnv({
            DATABASE_URL: as('prepare_app'),
            DATABASE_OWNER_URL: as('prepare_owner'),
        });
    });

    it('migrates once and initialises one at a time when several processes start at once on an empty database', async () => {
        let running = 0;
        let most = 0;
        const start = async () => {
            most = Math.max(most, ++running);
            await new Promise(resolve => setTimeout(resolve, 50));
            running--;
        };
        await Promise.all([1, 2, 3, 4].map(() => withDatabaseReady(env, start)));
        expect(most).toBe(1);
        expect(await query(databaseUrl, 'SELECT name FROM migrations')).toHaveLength(migrations.length);
    });

    it('lets processes start side by side once the shop is initialised', async () => {
        await withDatabaseReady(env, () => Promise.resolve());
        await query(
            databaseUrl,
            `INSERT INTO "user" (identifier, verified) VALUES ('root', true);
             INSERT INTO administrator ("firstName", "lastName", "emailAddress", "userId")
                  SELECT 'Super', 'Admin', 'root', id FROM "user";
             INSERT INTO stock_location (name, description) VALUES ('Default', '')`,
        );
        let arrived = 0;
        let meet: () => void;
        const both = new Promise<void>(resolve => (meet = resolve));
        const start = async () => {
            if (++arrived === 2) meet();
            await both;
            return arrived;
        };
        expect(await Promise.all([withDatabaseReady(env, start), withDatabaseReady(env, start)])).toEqual([
            2, 2,
        ]);
    });

    it('gives the application role the rows but not the schema', async () => {
        await withDatabaseReady(env, () => Promise.resolve());
        const application = as('prepare_app');
        await query(application, `INSERT INTO tag (value) VALUES ('summer')`);
        expect(await query(application, 'SELECT value FROM tag')).toEqual([{ value: 'summer' }]);
        await expect(query(application, 'DROP TABLE tag')).rejects.toThrow('must be owner of table tag');
        await expect(query(application, 'CREATE TABLE mine (id int)')).rejects.toThrow('permission denied');
    });

    it('frees the lock when the start fails, so that the next process gets its turn', async () => {
        await expect(withDatabaseReady(env, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
        await expect(withDatabaseReady(env, () => Promise.resolve('started'))).resolves.toBe('started');
    });

    it.each([
        ['nothing listens there', (url: URL) => (url.port = '1'), /ECONNREFUSED/],
        ['the password is wrong', (url: URL) => (url.password = 'hunter2'), /password authentication failed/],
        ['there is no such database', (url: URL) => (url.pathname = '/nowhere'), /"nowhere" does not exist/],
    ])('says what was wrong and where, without the password, when %s', async (_, spoil, reason) => {
        const url = new URL(as('prepare_owner'));
        spoil(url);
        const attempt = withDatabaseReady(parseEnv({ DATABASE_URL: url.href }), () => Promise.resolve());
        await expect(attempt).rejects.toThrow(DatabaseUnavailableError);
        await expect(attempt).rejects.toThrow(reason);
        await expect(attempt).rejects.toThrow(/Check DATABASE_URL/);
        await expect(attempt).rejects.not.toThrow(/hunter2/);
    });

    it('says so when no database is named at all', async () => {
        const attempt = withDatabaseReady(parseEnv({}), () => Promise.resolve());
        await expect(attempt).rejects.toThrow(/DATABASE_URL is not set. Run `npm start`/);
    });

    function as(role: string): string {
        const url = new URL(databaseUrl);
        url.username = role;
        url.password = 'p';
        return url.href;
    }
});

async function query(url: string, sql: string): Promise<unknown[]> {
    const client = new Client({ connectionString: url });
    await client.connect();
    try {
        return (await client.query<Record<string, unknown>>(sql)).rows;
    } finally {
        await client.end();
    }
}
