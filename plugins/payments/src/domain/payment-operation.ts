/** A call that moves money, or the promise of it. */
export type OperationKind = 'authorise' | 'capture' | 'void' | 'refund';

/**
 * - `pending`: stored, and on its way to the provider or about to be.
 * - `unknown`: no clear answer came back; the same key and parameters are sent again, or the provider is asked.
 * - `succeeded`, `failed`: the provider answered.
 */
export type OperationState = 'pending' | 'unknown' | 'succeeded' | 'failed';

/** Stored and committed before the provider is called for the first time; each retry sends the same. */
export interface PaymentOperation {
    /** UUID. */
    readonly id: string;
    readonly intentId: string;
    readonly kind: OperationKind;
    /** In the intent's currency, in its minor unit. */
    readonly amount: number;
    /** Of a capture: what is left over is let go. True for all other kinds. */
    readonly final: boolean;
    readonly idempotencyKey: string;
    readonly state: OperationState;
    /** The provider's id of the capture, void or refund. */
    readonly providerReference?: string;
    readonly error?: string;
    readonly attempts: number;
    /** When it was stored; absent until it is read from there. */
    readonly begunAt?: Date;
    /** When Vendure's payment or refund took note of it, in the transaction that did. */
    readonly claimedAt?: Date;
}

/** Captured money that Vendure's payment did not take note of yet. */
export function isUnclaimedCapture({ kind, state, claimedAt }: PaymentOperation): boolean {
    return kind === 'capture' && state === 'succeeded' && !claimedAt;
}

/** How long, in milliseconds, the request that asked for a refund has to take note of it. */
const OWN_REQUEST_MS = 30_000;

/**
 * Whether a refund that went through is left alone for now: its request's transaction may have been rolled back and be
 * run again. Brought into the order by somebody else meanwhile, it would be refunded a second time.
 */
export function isLeftToItsRequest(
    { kind, state, claimedAt, begunAt }: PaymentOperation,
    now: Date,
): boolean {
    return (
        kind === 'refund' &&
        state === 'succeeded' &&
        !claimedAt &&
        begunAt !== undefined &&
        now.getTime() - begunAt.getTime() < OWN_REQUEST_MS
    );
}
