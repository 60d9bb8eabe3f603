import type { ListedMovement } from '../../../application/ports/payment-gateway.port';
import { fromPayPalAmount } from './paypal-amount';
import type { PayPalClient } from './paypal-client';
import { type PayPalTransaction, transactionsShape } from './paypal-shapes';

/** The longest that PayPal's report takes at once. */
const LONGEST_PERIOD_MS = 31 * 24 * 60 * 60 * 1_000;
const PAGE_SIZE = 500;

/**
 * PayPal's report of all transactions, those of a day a few hours after it ended. It names payments by their own ids
 * and not by their order's, so that a movement is matched by its own reference.
 */
export async function* listPayPalMovements(
    client: PayPalClient,
    from: Date,
    to: Date,
    signal: AbortSignal,
): AsyncGenerator<ListedMovement> {
    for (let start = from.getTime(); start < to.getTime(); start += LONGEST_PERIOD_MS) {
        // The report includes its end; ours does not.
        const end = Math.min(start + LONGEST_PERIOD_MS, to.getTime()) - 1;
        for (let page = 1, pages = 1; page <= pages; page++) {
            const query = new URLSearchParams({
                start_date: new Date(start).toISOString(),
                end_date: new Date(end).toISOString(),
                fields: 'transaction_info',
                page_size: String(PAGE_SIZE),
                page: String(page),
            });
            const answer = await client.get(
                `/v1/reporting/transactions?${query.toString()}`,
                transactionsShape,
                signal,
            );
            pages = answer.total_pages;
            yield* answer.transaction_details.flatMap(movementOf);
        }
    }
}

/** By PayPal's transaction event codes: T00 payments, T11 reversals, T13 authorisations. */
function movementOf({ transaction_info: info }: PayPalTransaction): ListedMovement[] {
    const kind = kindOf(info.transaction_event_code);
    if (!kind || info.transaction_status !== 'S') {
        return [];
    }
    const reference =
        kind === 'voided' ? (info.paypal_reference_id ?? info.transaction_id) : info.transaction_id;
    return [
        {
            providerReference: reference,
            kind,
            money: fromPayPalAmount(info.transaction_amount),
            occurredAt: new Date(info.transaction_initiation_date),
            intentId: info.custom_field || undefined,
        },
    ];
}

function kindOf(eventCode: string): ListedMovement['kind'] | undefined {
    switch (eventCode) {
        case 'T1107':
            return 'refunded';
        case 'T1300':
            return 'authorised';
        case 'T1302':
            return 'voided';
        default:
            return eventCode.startsWith('T00') ? 'captured' : undefined;
    }
}
