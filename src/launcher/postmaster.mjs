import { existsSync, readdirSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { commandLine, identify, isRunning } from './process-identity.mjs';

const STOP_TIMEOUT_MS = 20_000;

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
export function readPostmaster(cluster) {
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
        await waitUntil(() => !isRunning(running), STOP_TIMEOUT_MS);
        if (isRunning(running)) {
            process.kill(running.pid, 'SIGQUIT');
            await waitUntil(() => !isRunning(running), STOP_TIMEOUT_MS);
        }
    }
    const strays = processesIn(cluster);
    strays.forEach(stray => process.kill(stray.pid, 'SIGKILL'));
    await waitUntil(() => !strays.some(isRunning), STOP_TIMEOUT_MS);
    rmSync(path.join(cluster, 'postmaster.pid'), { force: true });
    return running !== undefined || strays.length > 0;
}

/**
 * @param {number} pid
 * @param {string} cluster
 */
function runningPostmaster(pid, cluster) {
    return worksIn(pid, cluster) ? identify(pid) : undefined;
}

/**
 * Linux tells where a process works, which is the same however the path to it is spelled; elsewhere the command
 * line has to do.
 *
 * @param {number} pid
 * @param {string} cluster
 */
function worksIn(pid, cluster) {
    const command = commandLine(pid);
    const isThere =
        process.platform === 'linux'
            ? workingFolder(pid) === realpathSync(cluster)
            : command.includes(cluster);
    return isThere && command.includes('postgres');
}

/**
 * All processes of PostgreSQL on the cluster. Elsewhere than on Linux they are not looked for.
 *
 * @param {string} cluster
 */
function processesIn(cluster) {
    if (process.platform !== 'linux' || !existsSync(cluster)) {
        return [];
    }
    return readdirSync('/proc')
        .filter(name => /^\d+$/.test(name))
        .map(Number)
        .filter(pid => worksIn(pid, cluster))
        .flatMap(pid => identify(pid) ?? []);
}

/** @param {number} pid */
function workingFolder(pid) {
    try {
        return readlinkSync(`/proc/${pid}/cwd`);
    } catch {
        return '';
    }
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
