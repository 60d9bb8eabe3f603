import { setTimeout as sleep } from 'node:timers/promises';
import { LaunchError } from './launch-error.mjs';
import { logTail } from './log-file.mjs';
import { restartDelay } from './restart-policy.mjs';

/** @import { ChildProcess } from 'node:child_process' */
/** @import { ProcessRegistry, ProcessSpec } from './process-registry.mjs' */

/**
 * A part of the shop that runs until it is stopped.
 *
 * @typedef {ProcessSpec & {
 *     label: string,
 *     isReady: (pid: number | undefined) => boolean | Promise<boolean>,
 * }} ServiceSpec
 */

const START_TIMEOUT_MS = 120_000;
/** Longer than the processes give themselves to finish what is running. */
const STOP_TIMEOUT_MS = 40_000;

/** One process of the shop: starts it, waits until it is ready, starts it again when it dies. */
export class Service {
    /** @type {ChildProcess | undefined} */
    #child;
    /** @type {number[]} */
    #deaths = [];
    #stopping = false;

    /**
     * @param {ServiceSpec} spec
     * @param {ProcessRegistry} registry
     * @param {{ say: (text: string) => void, giveUp: (error: LaunchError) => void }} listener
     */
    constructor(spec, registry, listener) {
        this.spec = spec;
        this.registry = registry;
        this.listener = listener;
    }

    get label() {
        return this.spec.label;
    }

    get pid() {
        return this.#child?.pid;
    }

    get isRunning() {
        return this.#child !== undefined && !hasEnded(this.#child);
    }

    /**
     * @throws {LaunchError} with the end of its log when it ends, or is not ready in time.
     */
    async start() {
        const child = this.registry.start(this.spec);
        this.#child = child;
        const ended = new Promise((_, reject) => {
            child.once('error', error => reject(this.#failure(error.message)));
            child.once('exit', (code, signal) =>
                reject(this.#failure(`ended with ${signal ?? `code ${code}`}`)),
            );
        });
        await Promise.race([this.#ready(), ended]);
        ended.catch(() => undefined);
        child.once('exit', (code, signal) => void this.#onDeath(signal ?? `code ${code}`));
    }

    /** Asks the process to finish what is running, waits for that, and ends it when it takes too long. */
    async stop() {
        this.#stopping = true;
        const child = this.#child;
        if (!child || hasEnded(child)) {
            return;
        }
        const ended = new Promise(resolve => child.once('exit', resolve));
        child.kill(this.spec.stopSignal ?? 'SIGTERM');
        const timer = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT_MS);
        await ended;
        clearTimeout(timer);
    }

    /** For a change of its code. */
    async restart() {
        await this.stop();
        this.#stopping = false;
        await this.start();
    }

    async #ready() {
        const deadline = Date.now() + START_TIMEOUT_MS;
        while (Date.now() < deadline) {
            if (await this.spec.isReady(this.pid)) {
                return;
            }
            await sleep(50);
        }
        throw this.#failure(`is not ready after ${START_TIMEOUT_MS / 1000} s`);
    }

    /** @param {string} what */
    async #onDeath(what) {
        if (this.#stopping) {
            return;
        }
        const now = Date.now();
        const delay = restartDelay(this.#deaths, now);
        this.#deaths.push(now);
        if (delay === undefined) {
            this.listener.giveUp(this.#failure('ended again and again'));
            return;
        }
        this.listener.say(
            `${this.label} ended with ${what}; starting it again in ${delay / 1000} s.\n${this.#tail()}`,
        );
        await sleep(delay);
        await this.#startAgain();
    }

    async #startAgain() {
        if (this.#stopping) {
            return;
        }
        try {
            await this.start();
            this.listener.say(`${this.label} is up again.`);
        } catch (error) {
            if (!this.#stopping) {
                await this.stop();
                this.#stopping = false;
                await this.#onDeath(error instanceof LaunchError ? 'an error at its start' : String(error));
            }
        }
    }

    /** @param {string} what */
    #failure(what) {
        return new LaunchError(`${this.label} ${what}.\n${this.#tail()}`);
    }

    #tail() {
        const { logFile } = this.spec;
        return `Its log, ${logFile}, ends with:\n${logTail(logFile).replaceAll(/^/gm, '    ')}`;
    }
}

/** @param {ChildProcess} child */
function hasEnded(child) {
    return child.pid === undefined || child.exitCode !== null || child.signalCode !== null;
}
