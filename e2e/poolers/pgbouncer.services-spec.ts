import { freePort, testPostgresUrl } from '@efi/plugin-kit/testing';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { preparing } from '../../plugins/prepared-statements/src/preparing-client';
import { Statements } from '../../plugins/prepared-statements/src/statements';

/** Real PgBouncers of a version that does not keep track of prepared statements. */
describe('prepared statements behind PgBouncer', () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'efi-pgbouncer-'));
    const running: ChildProcess[] = [];
    const clients: Client[] = [];

    beforeAll(() => chmodSync(folder, 0o755));
    afterAll(async () => {
        await Promise.all(clients.map(client => client.end().catch(() => undefined)));
        for (const pooler of running) {
            pooler.kill('SIGTERM');
            await once(pooler, 'exit');
        }
        rmSync(folder, { recursive: true, force: true });
    });

    async function startPooler(mode: 'session' | 'transaction'): Promise<string> {
        const { hostname, port, username, password } = new URL(testPostgresUrl());
        const listenPort = await freePort();
        const file = path.join(folder, `${mode}.ini`);
        writeFileSync(
            file,
            [
                '[databases]',
                `postgres = host=${hostname} port=${port} user=${username} password=${password}`,
                '[pgbouncer]',
                'listen_addr = 127.0.0.1',
                `listen_port = ${listenPort}`,
                'unix_socket_dir =',
                'auth_type = any',
                `pool_mode = ${mode}`,
                'default_pool_size = 2',
                'server_round_robin = 1',
                // What pg asks for when it connects, and a transaction pooler can't keep.
                'ignore_startup_parameters = extra_float_digits',
            ].join('\n'),
        );
        // It refuses to run as root.
        const user = process.getuid?.() === 0 ? ['-u', 'nobody'] : [];
        const pooler = spawn('pgbouncer', [...user, file], { stdio: ['ignore', 'ignore', 'pipe'] });
        running.push(pooler);
        let log = '';
        pooler.stderr.on('data', chunk => (log += String(chunk)));
        await vi.waitFor(() => expect(log).toContain('process up'), { timeout: 15_000 });
        return `postgres://${username}:${password}@127.0.0.1:${listenPort}/postgres`;
    }

    async function connect(url: string, statements: Statements): Promise<Client> {
        const client = new (preparing(Client, statements))({ connectionString: url });
        await client.connect();
        clients.push(client);
        return client;
    }

    /** Holds one of the pooler's two connections for a moment, so that both are there. */
    async function openBoth(first: Client, second: Client): Promise<void> {
        await first.query('BEGIN');
        await second.query('SELECT 1');
        await first.query('COMMIT');
    }

    it('are kept where a connection is a shopper’s for the whole session', async () => {
        const warn = vi.fn();
        const statements = new Statements(10, warn);
        const client = await connect(await startPooler('session'), statements);
        for (let time = 0; time < 5; time++) {
            expect((await client.query('SELECT $1::int AS one', [time])).rows).toEqual([{ one: time }]);
        }
        const { rows } = await client.query('SELECT statement FROM pg_prepared_statements');
        expect(rows).toEqual([{ statement: 'SELECT $1::int AS one' }]);
        expect(warn).not.toHaveBeenCalled();
    });

    it('are given up where each transaction has another connection, and every answer is right', async () => {
        const warn = vi.fn();
        const statements = new Statements(10, warn);
        const url = await startPooler('transaction');
        const [first, second] = [await connect(url, statements), await connect(url, statements)];
        await openBoth(first, second);
        for (let time = 0; time < 10; time++) {
            expect((await first.query('SELECT $1::int AS one', [time])).rows).toEqual([{ one: time }]);
        }
        expect(warn).toHaveBeenCalledTimes(1);
        expect(statements.offBecause).toContain('pooler');
    });
});
