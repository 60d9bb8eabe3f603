import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * A process that can be told apart from a later one that was given the same number.
 *
 * @typedef {object} ProcessIdentity
 * @property {number} pid
 * @property {string} startedAt - Opaque: compare it, do not read it.
 */

/**
 * @param {number} pid
 * @returns {ProcessIdentity | undefined} Nothing when no such process runs (a zombie doesn't).
 */
export function identify(pid) {
    const startedAt = process.platform === 'linux' ? startOnLinux(pid) : startByPs(pid);
    return startedAt === undefined ? undefined : { pid, startedAt };
}

/**
 * Whether the process that was recorded still runs.
 *
 * @param {ProcessIdentity} recorded
 */
export function isRunning(recorded) {
    return identify(recorded.pid)?.startedAt === recorded.startedAt;
}

/**
 * The command line of a running process, or an empty text.
 *
 * @param {number} pid
 */
export function commandLine(pid) {
    try {
        return process.platform === 'linux'
            ? readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim()
            : ps(pid, 'command=');
    } catch {
        return '';
    }
}

/**
 * Reads a line of `/proc/<pid>/stat`: the state and the start, in clock ticks since the machine booted. The
 * command's name stands in parentheses and may itself hold spaces and parentheses.
 *
 * @param {string} stat
 * @returns {{ state: string, startTicks: string }}
 */
export function parseProcStat(stat) {
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return { state: fields[0] ?? '', startTicks: fields[19] ?? '' };
}

/** @param {number} pid */
function startOnLinux(pid) {
    try {
        const { state, startTicks } = parseProcStat(readFileSync(`/proc/${pid}/stat`, 'utf8'));
        const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
        return state === 'Z' ? undefined : `${boot}/${startTicks}`;
    } catch {
        return undefined;
    }
}

/** @param {number} pid */
function startByPs(pid) {
    try {
        const [state = '', ...start] = ps(pid, 'stat=,lstart=').split(/\s+/);
        return state.startsWith('Z') ? undefined : start.join(' ');
    } catch {
        return undefined;
    }
}

/**
 * @param {number} pid
 * @param {string} columns
 */
function ps(pid, columns) {
    return execFileSync('ps', ['-o', columns, '-p', String(pid)], {
        encoding: 'utf8',
        env: { ...process.env, LC_ALL: 'C' },
        stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
}
