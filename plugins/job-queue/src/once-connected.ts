import { setTimeout as sleep } from 'node:timers/promises';

/** Codes of failures to get a connection: refused by the machine, starting up or shutting down, too many clients. */
const NO_CONNECTION = new Set(['ECONNREFUSED', '57P03', '53300']);

/** What pg's pool says, which has no code. */
const POOL_IS_EMPTY = 'timeout exceeded when trying to connect';

export interface ConnectingOptions {
    /** How long it is tried again, in milliseconds. */
    readonly patienceMs: number;
    /**
     * Between two tries, in milliseconds.
     *
     * @default 500
     */
    readonly pauseMs?: number;
    /** Ends the patience. */
    readonly signal: AbortSignal;
    /** The first try had no connection. */
    readonly onWaiting: (error: Error) => void;
}

/**
 * Runs work on the database, and again while there is no connection for it. Nothing was sent then, so no run can
 * repeat what an earlier one did.
 *
 * @throws What `work` threw last.
 */
export async function onceConnected<T>(work: () => Promise<T>, options: ConnectingOptions): Promise<T> {
    const { patienceMs, pauseMs = 500, signal, onWaiting } = options;
    const until = Date.now() + patienceMs;
    for (let run = 0; ; run++) {
        try {
            return await work();
        } catch (error) {
            if (!isUnconnected(error) || Date.now() >= until || signal.aborted) {
                throw error;
            }
            if (run === 0) {
                onWaiting(error);
            }
            await sleep(pauseMs, undefined, { signal, ref: false }).catch(() => undefined);
        }
    }
}

function isUnconnected(error: unknown): error is Error {
    if (!(error instanceof Error)) {
        return false;
    }
    const { code } = error as NodeJS.ErrnoException;
    return (code !== undefined && NO_CONNECTION.has(code)) || error.message === POOL_IS_EMPTY;
}
