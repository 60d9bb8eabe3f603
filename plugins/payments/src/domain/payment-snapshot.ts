import type { MovementKind } from './ledger';
import type { Money } from './money';
import type { CardDetails, PaymentAction } from './payment-intent';

/** A payment as a provider has it at one moment, with all that ever happened to it. */
export interface PaymentSnapshot {
    readonly providerReference: string;
    readonly intentId?: string;
    readonly money: Money;
    readonly status:
        'action-required' | 'approved' | 'pending' | 'authorised' | 'captured' | 'voided' | 'declined';
    readonly action?: PaymentAction;
    readonly decline?: { readonly code: string; readonly message: string };
    readonly movements: readonly SnapshotMovement[];
    readonly card?: CardDetails;
}

export interface SnapshotMovement {
    readonly providerReference: string;
    readonly kind: MovementKind;
    readonly money: Money;
    readonly occurredAt: Date;
    readonly idempotencyKey?: string;
}
