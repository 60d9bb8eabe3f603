import { metrics } from '@efi/plugin-kit';
import { type ID, Logger } from '@vendure/core';
import type { ExpiryObserver, ExpiryOutcome } from '../../application/ports/unpaid-orders.port';
import { loggerCtx } from '../logger-context';

/** Counts how expired orders ended, and logs what an operator may want to know. */
export class LoggingExpiryObserver implements ExpiryObserver {
    expired(orderId: ID, outcome: ExpiryOutcome): void {
        count(outcome);
        if (outcome === 'reopened') {
            Logger.verbose(`Order ${orderId} was left in payment, and is a cart again`, loggerCtx);
        }
    }

    failed(orderId: ID, error: unknown): void {
        count('failed');
        Logger.error(
            `Can't reopen order ${orderId}, which was left in payment: ${String(error)}`,
            loggerCtx,
            error instanceof Error ? error.stack : undefined,
        );
    }
}

function count(outcome: ExpiryOutcome | 'failed'): void {
    metrics()
        .counter(
            'efi_unpaid_orders_total',
            'Orders found in payment after their time was over, by what became of them. One that can not be helped yet counts in each round.',
            ['outcome'],
        )
        .increment({ outcome });
}
