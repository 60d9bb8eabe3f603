import { freePort } from '@efi/plugin-kit/testing';
import { execFile, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { connectTo } from './own-postgres';

const run = promisify(execFile);

/** Where Debian and Ubuntu put the programs of each version. */
const VERSIONS = '/usr/lib/postgresql';

/** A PostgreSQL that the system has installed whole, with `pg_dump`; what npm brings is the server alone. */
export interface InstalledPostgres {
    /** Of the superuser, to the database `postgres`. */
    readonly url: string;
    /** @returns the file. */
    dump(url: string, format: 'plain' | 'custom'): Promise<string>;
    /** Into a database that is there and empty. */
    restore(file: string, url: string): Promise<void>;
    destroy(): Promise<void>;
}

/** The newest one. @returns nothing when none is installed. */
export async function startInstalledPostgres(): Promise<InstalledPostgres | undefined> {
    const versions = await readdir(VERSIONS).catch(() => []);
    const newest = versions.sort((a, b) => Number(b) - Number(a))[0];
    return newest ? start(path.join(VERSIONS, newest, 'bin')) : undefined;
}

async function start(bin: string): Promise<InstalledPostgres> {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'efi-installed-postgres-'));
    const data = path.join(folder, 'data');
    const port = await freePort();
    // It refuses to run as root.
    const owner = process.getuid?.() === 0 ? { uid: idOf('-u'), gid: idOf('-g') } : {};
    if ('uid' in owner) {
        execFileSync('chown', [`${owner.uid}:${owner.gid}`, folder]);
        await chmod(folder, 0o755);
    }
    const program = (name: string, ...parameters: string[]) =>
        run(path.join(bin, name), parameters, { ...owner, cwd: folder });
    await program(
        'initdb',
        '-D',
        data,
        '-U',
        'postgres',
        '-A',
        'trust',
        '-E',
        'UTF8',
        '--locale=C',
        '--no-sync',
    );
    const settings = ['fsync=off', 'max_connections=200', `unix_socket_directories=${folder}`];
    const server = spawn(
        path.join(bin, 'postgres'),
        ['-D', data, '-p', String(port), '-h', '127.0.0.1', ...settings.flatMap(setting => ['-c', setting])],
        { ...owner, stdio: 'ignore' },
    );
    const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
    while (!(await answers(url))) {
        await sleep(50);
    }
    return {
        url,
        async dump(database, format) {
            const file = path.join(folder, `${Date.now()}.${format}`);
            await program('pg_dump', `--format=${format}`, `--file=${file}`, database);
            return file;
        },
        async restore(file, database) {
            await program('pg_restore', `--dbname=${database}`, '--exit-on-error', file);
        },
        async destroy() {
            server.kill('SIGINT');
            await once(server, 'exit');
            await rm(folder, { recursive: true, force: true });
        },
    };
}

function idOf(which: '-u' | '-g'): number {
    return Number(execFileSync('id', [which, 'postgres'], { encoding: 'utf8' }));
}

async function answers(url: string): Promise<boolean> {
    try {
        await (await connectTo(url)).end();
        return true;
    } catch {
        return false;
    }
}
