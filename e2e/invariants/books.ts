import type { ClientBase } from 'pg';
import type { ProviderBooks } from '../support/sandbox-control';
import type { BrokenInvariant } from './invariant';

/**
 * Compares the ledger with the provider's own books, line by line, and looks for money that the provider holds or has
 * taken for no order.
 */
export async function compareBooks(database: ClientBase, books: ProviderBooks): Promise<BrokenInvariant[]> {
    const { rows: ledger } = await database.query<{ line: string }>(`
        SELECT concat_ws(' ', i."providerReference", l."intentId", l.kind, l."providerReference", l.amount, l.currency) AS line
          FROM efi_payment_ledger l JOIN efi_payment_intent i ON i.id = l."intentId"`);
    const ours = new Set(ledger.map(row => row.line));
    const theirs = new Set(
        books.payments.flatMap(({ id, intent, currency, movements }) =>
            movements.map(one => [id, intent, one.kind, one.id, one.amount, currency].join(' ')),
        ),
    );
    const { rows: recorded } = await database.query<{ intent: string }>(`
        SELECT i.id AS intent FROM efi_payment_intent i JOIN "order" o ON o.id = i."orderId"
         WHERE i.state = 'recorded' AND o."orderPlacedAt" IS NOT NULL`);
    const withOrder = new Set(recorded.map(row => row.intent));
    const charges = books.payments.filter(({ movements }) => movements.some(one => one.kind !== 'voided'));
    return [
        broken(
            'the ledger has every line of the books',
            [...theirs].filter(line => !ours.has(line)),
        ),
        broken(
            'the books have every line of the ledger',
            [...ours].filter(line => !theirs.has(line)),
        ),
        broken(
            'nothing is held or taken without an order',
            charges.filter(payment => keeps(payment.movements) > 0 && !withOrder.has(payment.intent)),
        ),
        broken(
            'the provider has one payment for an attempt',
            charges.filter(one => charges.some(other => other !== one && other.intent === one.intent)),
        ),
    ].filter(({ cases }) => cases > 0);
}

/** What the provider holds or has taken, in minor units. */
function keeps(movements: ProviderBooks['payments'][number]['movements']): number {
    const sum = (kind: string) =>
        movements.reduce((total, one) => total + (one.kind === kind ? one.amount : 0), 0);
    // What is captured was held before: it counts once.
    return Math.max(sum('authorised'), sum('captured')) - sum('voided') - sum('refunded');
}

function broken(name: string, cases: readonly unknown[]): BrokenInvariant {
    return { name, cases: cases.length, examples: cases.slice(0, 3) };
}
