import { createTestDatabase, freePort, testPostgresUrl } from '@efi/plugin-kit/testing';
import os from 'node:os';
import { Client } from 'pg';
import { describe, expect, it } from 'vitest';
import { startApp } from '../support/app-process';

describe('times', () => {
    it('are UTC in the database, wherever the server and PostgreSQL believe they are', async () => {
        const url = await createTestDatabase(testPostgresUrl(), 'system_time_zone');
        const database = new Client({ connectionString: url });
        await database.connect();
        await database.query(`ALTER DATABASE system_time_zone SET timezone TO 'Asia/Tokyo'`);
        const port = await freePort();
        const server = await startApp('index', {
            DATABASE_URL: url,
            DATA_DIR: `${os.tmpdir()}/efi-time-zone`,
            PORT: String(port),
            TZ: 'America/New_York',
        });
        try {
            await fetch(`http://127.0.0.1:${port}/admin-api`, {
                method: 'POST',
                headers: { 'content-type': 'application/json' },
                body: JSON.stringify({
                    query: 'mutation { login(username: "superadmin", password: "superadmin") { __typename } }',
                }),
            });
            // One time is written by PostgreSQL (a column's default), the other by the process.
            const { rows } = await database.query<{ byDatabase: number; byProcess: number }>(`
                SELECT extract(epoch FROM (now() AT TIME ZONE 'UTC') - "createdAt")::float AS "byDatabase",
                       extract(epoch FROM expires - (now() AT TIME ZONE 'UTC'))::float AS "byProcess"
                  FROM session`);
            const day = 24 * 60 * 60;
            expect(Math.abs(rows[0]?.byDatabase ?? day)).toBeLessThan(60);
            expect(Math.abs((rows[0]?.byProcess ?? 0) - 14 * day)).toBeLessThan(60);
        } finally {
            server.signal('SIGTERM');
            await server.ended();
            await database.end();
        }
    });
});
