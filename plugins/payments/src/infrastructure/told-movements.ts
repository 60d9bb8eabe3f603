import type { AuditAct } from '@efi/plugin-kit';
import type { IntentChange, IntentRecord } from '../domain/intent-record';
import type { MovementSource } from '../domain/ledger';

/** Who tells of money that no request of the shop moves just now. */
const TELLS_BY_ITSELF: ReadonlySet<MovementSource> = new Set(['webhook', 'resolver', 'reconciliation']);

/**
 * What the audit trail is to have of a change: money that moved at the provider, whether or not an order takes note of
 * it. What moves in a request is told by the order's payment.
 *
 * @returns nothing for a change without such a movement.
 */
export function toldMovements(before: IntentRecord, { intent, entries }: IntentChange): AuditAct | undefined {
    const told = entries.filter(({ source }) => TELLS_BY_ITSELF.has(source));
    const [first] = told;
    return (
        first && {
            action: 'book-payment-movements',
            resource: { type: 'EfiPaymentIntent', id: intent.id },
            ...{ before: { state: before.intent.state }, after: { state: intent.state } },
            detail: {
                ...{ order: intent.orderCode, gateway: intent.gateway, toldBy: first.source },
                movements: told.map(({ kind, amount, currency, providerReference }) => ({
                    ...{ kind, amount, currency, providerReference },
                })),
            },
        }
    );
}
