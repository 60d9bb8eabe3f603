import { setTimeout as sleep } from 'node:timers/promises';
import { metrics } from './metrics';

/** SQLSTATEs after which a transaction may succeed when it is run again: a deadlock, a serialisation failure. */
const RETRIABLE_CODES = ['40P01', '40001'] as const;

export type RetriableDatabaseErrorCode = (typeof RETRIABLE_CODES)[number];

/** How deep an error is looked into: TypeORM's around pg's, and one or two wrappers around those. */
const MAX_DEPTH = 5;

/**
 * The SQLSTATE of a deadlock (`40P01`) or serialisation failure (`40001`), however the error is wrapped: TypeORM
 * puts pg's error in `driverError`, others put theirs in `cause`.
 */
export function retriableDatabaseErrorCode(error: unknown): RetriableDatabaseErrorCode | undefined {
    let current = error;
    for (let depth = 0; depth < MAX_DEPTH && typeof current === 'object' && current !== null; depth++) {
        const { code, driverError, cause } = current as Record<string, unknown>;
        const found = RETRIABLE_CODES.find(retriable => retriable === code);
        if (found) {
            return found;
        }
        current = driverError ?? cause;
    }
    return undefined;
}

/** Whether the transaction that met this error may succeed when it is run again from its start. */
export function isRetriableDatabaseError(error: unknown): boolean {
    return retriableDatabaseErrorCode(error) !== undefined;
}

export interface RetryTransactionOptions {
    /** How often the work is run again at most, after its first run. */
    readonly retries: number;
    /**
     * Waits between two runs. For tests.
     *
     * @default a timer
     */
    readonly wait?: (milliseconds: number) => Promise<unknown>;
    /**
     * A number from 0 up to 1. For tests.
     *
     * @default Math.random
     */
    readonly random?: () => number;
}

/**
 * Runs a transaction, and runs it again from its start when it met a deadlock or a serialisation failure. Each
 * re-run is counted in `efi_transaction_retries_total{code,outcome}`.
 *
 * @param work - Begins its own transaction and rolls it back when it throws. What it does outside of the database
 *   happens once per run, so that has to be safe to repeat.
 * @throws What `work` threw last.
 */
export async function retryTransaction<T>(
    work: () => Promise<T>,
    options: RetryTransactionOptions,
): Promise<T> {
    const { retries, wait = sleep, random = Math.random } = options;
    let earlier: RetriableDatabaseErrorCode | undefined;
    for (let run = 0; ; run++) {
        try {
            const result = await work();
            count(earlier, 'succeeded');
            return result;
        } catch (error) {
            const code = retriableDatabaseErrorCode(error);
            const isOver = !code || run >= retries;
            count(earlier, !code ? 'failed' : isOver ? 'exhausted' : 'retried');
            if (isOver) {
                throw error;
            }
            earlier = code;
            await wait(pauseMs(run, random()));
        }
    }
}

/** Full jitter: those that met in a deadlock must not meet again at the same moment. */
function pauseMs(run: number, random: number): number {
    return 5 + random * Math.min(500, 25 * 2 ** run);
}

/** Counts how a re-run ended. The first run is none. */
function count(
    code: RetriableDatabaseErrorCode | undefined,
    outcome: 'succeeded' | 'failed' | 'retried' | 'exhausted',
): void {
    if (code) {
        metrics()
            .counter(
                'efi_transaction_retries_total',
                'Transactions that were run again after a deadlock (40P01) or serialisation failure (40001), by how the re-run ended.',
                ['code', 'outcome'],
            )
            .increment({ code, outcome });
    }
}
