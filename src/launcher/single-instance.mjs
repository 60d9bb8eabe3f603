import { linkSync, mkdirSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { identify, isRunning } from './process-identity.mjs';
import { readJson } from './small-file.mjs';

/** @import { ProcessIdentity } from './process-identity.mjs' */

/** A take-over lasts microseconds; one that is older was left by a process that died in it. */
const TAKEOVER_STALE_MS = 5_000;

/**
 * Takes the lock, also from a process that died without giving it back.
 *
 * @param {string} file
 * @returns {{ release: () => void } | { heldBy: ProcessIdentity }}
 */
export function acquireLock(file) {
    const me = identify(process.pid);
    const claim = `${file}.${process.pid}`;
    writeFileSync(claim, JSON.stringify(me), { mode: 0o600 });
    try {
        for (;;) {
            if (link(claim, file)) {
                return { release: () => rmSync(file, { force: true }) };
            }
            const holder = readHolder(file);
            if (holder && isRunning(holder)) {
                return { heldBy: holder };
            }
            removeStale(file);
        }
    } finally {
        rmSync(claim, { force: true });
    }
}

/**
 * `link` makes a file that is complete from the first moment, or fails because it is there.
 *
 * @param {string} claim
 * @param {string} file
 */
function link(claim, file) {
    try {
        linkSync(claim, file);
        return true;
    } catch (error) {
        if (hasCode(error, 'EEXIST')) {
            return false;
        }
        throw error;
    }
}

/**
 * Two starts may find the same stale lock at once. Only the one that makes the folder may remove it, after another
 * look, so that neither removes the lock that the other has just taken.
 *
 * @param {string} file
 */
function removeStale(file) {
    const takeover = `${file}.takeover`;
    try {
        mkdirSync(takeover);
    } catch (error) {
        if (!hasCode(error, 'EEXIST')) {
            throw error;
        }
        const age = Date.now() - (statSync(takeover, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
        if (age > TAKEOVER_STALE_MS) {
            rmSync(takeover, { recursive: true, force: true });
        }
        return;
    }
    try {
        const holder = readHolder(file);
        if (!holder || !isRunning(holder)) {
            rmSync(file, { force: true });
        }
    } finally {
        rmdirSync(takeover);
    }
}

/**
 * @param {string} file
 * @returns {ProcessIdentity | undefined}
 */
function readHolder(file) {
    return /** @type {ProcessIdentity | undefined} */ (readJson(file));
}

/**
 * @param {unknown} error
 * @param {string} code
 */
function hasCode(error, code) {
    return error instanceof Error && 'code' in error && error.code === code;
}
