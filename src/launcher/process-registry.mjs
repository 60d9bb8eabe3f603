import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { Interrupted } from './launch-error.mjs';
import { identify, isRunning } from './process-identity.mjs';
import { readJson, writeWhole } from './small-file.mjs';

/** @import { ChildProcess } from 'node:child_process' */
/** @import { ProcessIdentity } from './process-identity.mjs' */

/**
 * @typedef {object} ProcessSpec
 * @property {string} name - Short, for records and messages.
 * @property {string} command
 * @property {readonly string[]} args
 * @property {NodeJS.ProcessEnv} env
 * @property {string} logFile - Both outputs are appended to it.
 * @property {string} [cwd]
 * @property {boolean} [ipc] - Opens a channel; its loss tells the child that the launcher is gone.
 * @property {{ uid: number, gid: number }} [user]
 * @property {'group' | 'leader'} [signalTo] - Who is asked to end: all of the child's descendants, or it alone.
 * @property {'SIGTERM' | 'SIGINT'} [stopSignal]
 */

/**
 * @typedef {ProcessIdentity & { name: string, signalTo: 'group' | 'leader', stopSignal: NodeJS.Signals }} Recorded
 */

const ORPHAN_GRACE_MS = 15_000;

/**
 * All processes that the launcher starts. They are written to a file as they come and go, so that the next start
 * can end what a killed launcher left behind. Each child leads a process group of its own: a Ctrl-C in the terminal
 * reaches the launcher only, which then stops its children in order.
 */
export class ProcessRegistry {
    /** @type {Map<number, Recorded>} */
    #running = new Map();
    #closed = false;

    /** @param {string} recordFile */
    constructor(recordFile) {
        this.recordFile = recordFile;
    }

    /**
     * @param {ProcessSpec} spec
     * @returns {ChildProcess}
     * @throws {Interrupted} once the launcher is stopping.
     */
    start(spec) {
        if (this.#closed) {
            throw new Interrupted();
        }
        const log = openSync(spec.logFile, 'a', 0o600);
        const child = spawn(spec.command, spec.args, {
            cwd: spec.cwd,
            env: spec.env,
            ...spec.user,
            detached: true,
            stdio: spec.ipc ? ['ignore', log, log, 'ipc'] : ['ignore', log, log],
        });
        closeSync(log);
        const { pid } = child;
        const identity = pid === undefined ? undefined : identify(pid);
        if (identity) {
            this.#running.set(identity.pid, {
                ...identity,
                name: spec.name,
                signalTo: spec.signalTo ?? 'group',
                stopSignal: spec.stopSignal ?? 'SIGTERM',
            });
            this.#write();
            child.once('exit', () => {
                this.#running.delete(identity.pid);
                this.#write();
            });
        }
        return child;
    }

    /** Lets no further process start. */
    close() {
        this.#closed = true;
    }

    /** Ends what still runs, at once. */
    killAll() {
        this.close();
        for (const recorded of this.#running.values()) {
            signal(recorded, 'SIGKILL', 'group');
        }
    }

    /**
     * Asks what still runs to end, and ends it after a while.
     *
     * @param {number | undefined} except - Number of a process that goes on.
     */
    async endAll(except) {
        this.close();
        await endProcesses([...this.#running.values()].filter(one => one.pid !== except));
    }

    /**
     * Ends the processes that an earlier launcher started and could not stop.
     *
     * @returns {Promise<string[]>} Their names.
     */
    async endOrphans() {
        const recorded = /** @type {Recorded[]} */ (readJson(this.recordFile) ?? []);
        const orphans = recorded.filter(isRunning);
        await endProcesses(orphans);
        writeWhole(this.recordFile, '[]');
        return orphans.map(orphan => orphan.name);
    }

    #write() {
        try {
            writeWhole(this.recordFile, JSON.stringify([...this.#running.values()]));
        } catch (error) {
            // On a full disk the shop may go on; only the next start's clean-up knows less.
            process.stderr.write(`Can't write ${this.recordFile}: ${String(error)}\n`);
        }
    }
}

/** @param {readonly Recorded[]} processes */
async function endProcesses(processes) {
    for (const one of processes) {
        signal(one, one.stopSignal, one.signalTo);
    }
    const deadline = Date.now() + ORPHAN_GRACE_MS;
    while (processes.some(isRunning) && Date.now() < deadline) {
        await sleep(50);
    }
    for (const one of processes.filter(isRunning)) {
        signal(one, 'SIGKILL', 'group');
    }
    while (processes.some(isRunning)) {
        await sleep(20);
    }
}

/**
 * @param {ProcessIdentity} target
 * @param {NodeJS.Signals} name
 * @param {'group' | 'leader'} signalTo
 */
function signal(target, name, signalTo) {
    try {
        process.kill(signalTo === 'group' ? -target.pid : target.pid, name);
    } catch {
        // It ended in the meantime.
    }
}
