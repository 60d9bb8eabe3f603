import { metrics, ServerBusyError, WorkContext } from '@efi/plugin-kit';
import { E_TIMEOUT, Semaphore, type SemaphoreInterface, withTimeout } from 'async-mutex';

/** How much a {@link TransactionQueue} takes on. */
export interface TransactionQueueBounds {
    /** Transactions that run at a time, at least 1. */
    readonly limit: number;
    /** How many wait at most; a further one is refused at once. */
    readonly maxWaiting: number;
    /** How long one waits at most, in milliseconds. */
    readonly waitMs: number;
}

/**
 * Lets a number of transactions run at a time and has the others wait, first come first served, before they take a
 * connection. What a running transaction begins itself goes ahead: it would wait for its own end.
 */
export class TransactionQueue {
    private readonly semaphore: SemaphoreInterface;
    private readonly maxWaiting: number;
    private readonly running = new WorkContext<{ isOver: boolean }>();
    private waiting = 0;

    constructor({ limit, maxWaiting, waitMs }: TransactionQueueBounds) {
        this.semaphore = withTimeout(new Semaphore(limit), waitMs);
        this.maxWaiting = maxWaiting;
    }

    /** @throws ServerBusyError when too many wait, or its turn does not come in time; `work` was not begun then. */
    async run<T>(work: () => Promise<T>): Promise<T> {
        const outer = this.running.getStore();
        if (outer && !outer.isOver) {
            return work();
        }
        const release = await this.turn();
        const transaction = { isOver: false };
        try {
            return await this.running.run(transaction, work);
        } finally {
            // What the transaction left behind, such as the handlers of its events, has a turn of its own to wait for.
            transaction.isOver = true;
            release();
        }
    }

    private async turn(): Promise<() => void> {
        const waits = this.semaphore.isLocked() ? 1 : 0;
        if (waits && this.waiting >= this.maxWaiting) {
            throw refusal('full');
        }
        const began = performance.now();
        this.countWaiting(waits);
        try {
            const [, release] = await this.semaphore.acquire();
            return release;
        } catch (error) {
            throw error === E_TIMEOUT ? refusal('late') : error;
        } finally {
            this.countWaiting(-waits);
            metrics()
                .histogram(
                    'efi_transaction_queue_wait_seconds',
                    'How long transactions waited for their turn, those that gave up included.',
                )
                .observe((performance.now() - began) / 1000);
        }
    }

    private countWaiting(by: number): void {
        this.waiting += by;
        metrics()
            .gauge('efi_transactions_waiting', 'Transactions that wait for their turn in this process.')
            .set(this.waiting);
    }
}

function refusal(reason: 'full' | 'late'): ServerBusyError {
    metrics()
        .counter(
            'efi_transactions_refused_total',
            'Transactions that were not begun: too many waited (full), or their turn did not come in time (late).',
            ['reason'],
        )
        .increment({ reason });
    return new ServerBusyError();
}
