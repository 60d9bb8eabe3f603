import { Logger } from '@vendure/core';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { migrations } from '../../migrations';
import type { Env } from '../env';
import { DatabaseUnavailableError } from './database-unavailable.error';

const loggerCtx = 'Database';

/** Advisory lock that all processes of one installation share. The number is arbitrary and never changes. */
const BOOT_LOCK = 3_716_214_455;

/**
 * Brings the schema up to date and then starts the application, one process at a time: migrations and Vendure's
 * first-run initialisation (default channel, superadmin) both look before they write, so two processes that start
 * at once on an empty database would each do the work. On a database that is initialised already the lock is
 * given back before `start` runs, and processes start side by side.
 *
 * @param start - Starts the server or the worker.
 * @throws DatabaseUnavailableError when PostgreSQL can't be reached or refuses the credentials.
 */
export async function withDatabaseReady<T>(env: Env, start: () => Promise<T>): Promise<T> {
    const lock = await acquireBootLock(ownerUrl(env));
    try {
        await migrate(env);
        if (await isInitialised(lock)) {
            await lock.end();
            return await start();
        }
        return await start();
    } finally {
        await lock.end();
    }
}

function ownerUrl(env: Env): string {
    const url = env.DATABASE_OWNER_URL ?? env.DATABASE_URL;
    if (!url) {
        throw new DatabaseUnavailableError(
            'DATABASE_URL is not set. Run `npm start`, which brings its own PostgreSQL, or set DATABASE_URL.',
        );
    }
    return url;
}

/** The lock belongs to the connection: if this process dies, PostgreSQL gives it to the next one. */
async function acquireBootLock(url: string): Promise<Client> {
    const client = new Client({
        connectionString: url,
        application_name: 'efi-migrate',
        connectionTimeoutMillis: 10_000,
        keepAlive: true,
    });
    client.on('error', error =>
        Logger.error(`Lost the connection that holds the boot lock: ${error.message}`, loggerCtx),
    );
    try {
        await client.connect();
        await client.query('SELECT pg_advisory_lock($1)', [BOOT_LOCK]);
        return client;
    } catch (error) {
        throw DatabaseUnavailableError.from(url, error);
    }
}

async function migrate(env: Env): Promise<void> {
    const dataSource = new DataSource({
        type: 'postgres',
        url: ownerUrl(env),
        applicationName: 'efi-migrate',
        migrations,
        migrationsTransactionMode: 'each',
    });
    await dataSource.initialize();
    try {
        await grantToApplicationRole(dataSource, env);
        const done = await dataSource.runMigrations();
        if (done.length > 0) {
            Logger.info(
                `Applied ${done.length} migration(s): ${done.map(m => m.name).join(', ')}`,
                loggerCtx,
            );
        }
    } finally {
        await dataSource.destroy();
    }
}

/**
 * What the application role may do with the tables that migrations make from here on. A migration that wants less
 * (an append-only table) revokes it itself.
 */
async function grantToApplicationRole(dataSource: DataSource, env: Env): Promise<void> {
    const role = env.DATABASE_URL ? decodeURIComponent(new URL(env.DATABASE_URL).username) : '';
    const [row] = await dataSource.query<{ owner: string }[]>('SELECT current_user AS owner');
    if (!role || role === row?.owner) {
        return;
    }
    const quoted = `"${role.replaceAll('"', '""')}"`;
    await dataSource.query(`
        GRANT USAGE ON SCHEMA public TO ${quoted};
        ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${quoted};
        ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO ${quoted};
    `);
}

/** Vendure makes the superadmin last, so its presence says that the first run got through. */
async function isInitialised(client: Client): Promise<boolean> {
    const { rows } = await client.query<{ done: boolean }>(
        'SELECT EXISTS (SELECT FROM administrator) AND EXISTS (SELECT FROM stock_location) AS done',
    );
    return rows[0]?.done ?? false;
}
