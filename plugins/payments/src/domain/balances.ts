import type { Balances, LedgerEntry, MovementKind } from './ledger';

/** Adds up a ledger of one intent. Amounts in minor units; what can be done with them is never below 0. */
export function balancesOf(ledger: readonly Pick<LedgerEntry, 'kind' | 'amount'>[]): Balances {
    const total = (kind: MovementKind) =>
        ledger.reduce((sum, entry) => (entry.kind === kind ? sum + entry.amount : sum), 0);
    const authorised = total('authorised');
    const captured = total('captured');
    const voided = total('voided');
    const refunded = total('refunded');
    const disputed = Math.max(0, total('dispute-opened') - total('dispute-won'));
    return {
        authorised,
        captured,
        voided,
        refunded,
        disputed,
        capturable: Math.max(0, authorised - captured - voided),
        refundable: Math.max(0, captured - refunded - disputed),
    };
}

/** Whether any of the shopper's money is held, or was taken and not given back. */
export function holdsMoney(balances: Balances): boolean {
    return balances.capturable > 0 || balances.refundable > 0;
}
