import { Interrupted } from './launch-error.mjs';

/** npm passes on the signal that the terminal has sent to both of us: what comes this soon is the same Ctrl-C. */
const SAME_REQUEST_MS = 500;

/** Listens for Ctrl-C, SIGTERM and a closed terminal. */
export class StopRequest {
    /** @type {() => void} */
    #onSecond = () => undefined;
    /** @type {number | undefined} */
    #firstAt;

    constructor() {
        /** Rejects with Interrupted at the first request. */
        this.requested = new Promise((_, reject) => {
            for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
                process.on(signal, () => this.#take(reject));
            }
        });
        this.requested.catch(() => undefined);
    }

    /**
     * What to do when somebody insists. The process ends after it.
     *
     * @param {() => void} endAtOnce
     */
    onSecond(endAtOnce) {
        this.#onSecond = endAtOnce;
    }

    /**
     * The outcome of the work, or Interrupted when a stop is asked for first.
     *
     * @template T
     * @param {Promise<T>} work
     * @returns {Promise<T>}
     */
    orDone(work) {
        // When the stop comes first, the work fails later on, as its processes end: nobody waits for that.
        work.catch(() => undefined);
        return Promise.race([work, /** @type {Promise<never>} */ (this.requested)]);
    }

    /** @param {(reason: Error) => void} reject */
    #take(reject) {
        const now = Date.now();
        if (this.#firstAt === undefined) {
            this.#firstAt = now;
            reject(new Interrupted());
        } else if (now - this.#firstAt > SAME_REQUEST_MS) {
            this.#onSecond();
            process.exit(130);
        }
    }
}
