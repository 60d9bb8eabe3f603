import { metrics, ServerBusyError } from '@efi/plugin-kit';
import { E_TIMEOUT, Semaphore, type SemaphoreInterface, withTimeout } from 'async-mutex';
import { AsyncLocalStorage } from 'node:async_hooks';

/**
 * Lets a number of transactions run at a time and has the others wait, first come first served, before they take a
 * connection. What a running transaction begins itself goes ahead: it would wait for its own end.
 */
export class TransactionQueue {
    private readonly semaphore: SemaphoreInterface;
    private readonly running = new AsyncLocalStorage<{ isOver: boolean }>();
    private waiting = 0;

    /**
     * @param limit - Transactions that run at a time, at least 1.
     * @param waitMs - How long one waits at most, in milliseconds.
     */
    constructor(limit: number, waitMs: number) {
        this.semaphore = withTimeout(new Semaphore(limit), waitMs);
    }

    /** @throws ServerBusyError when its turn does not come in time; `work` was not begun then. */
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
        const began = performance.now();
        this.countWaiting(1);
        try {
            const [, release] = await this.semaphore.acquire();
            return release;
        } catch (error) {
            throw error === E_TIMEOUT ? new ServerBusyError() : error;
        } finally {
            this.countWaiting(-1);
            metrics()
                .histogram(
                    'efi_transaction_queue_wait_seconds',
                    'How long transactions waited for their turn, those that gave up included.',
                )
                .observe((performance.now() - began) / 1000);
        }
    }

    private countWaiting(by: 1 | -1): void {
        this.waiting += by;
        metrics()
            .gauge('efi_transactions_waiting', 'Transactions that wait for their turn in this process.')
            .set(this.waiting);
    }
}
