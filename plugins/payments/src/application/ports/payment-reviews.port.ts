import type { IntentRecord } from '../../domain/intent-record';
import type { PaymentIntent } from '../../domain/payment-intent';
import type { QuarantineObjection, QuarantineResolution } from '../../domain/resolve-quarantine';

/** A person's decision about a payment in quarantine. */
export interface PaymentReview {
    readonly resolution: QuarantineResolution;
    /** In the person's words. */
    readonly reason: string;
    readonly reviewer: Reviewer;
}

/** Who decided. */
export interface Reviewer {
    readonly userId: string;
    /** Login name, kept beside the id since it outlives the user. */
    readonly identifier: string;
}

export type ReviewOutcome =
    'stored' | Extract<QuarantineObjection['code'], 'changed-meanwhile' | 'another-is-open'>;

/** People's decisions, kept for good. */
export abstract class PaymentReviews {
    /** Stores the decision and the intent as it is afterwards: both or neither. */
    abstract decide(
        before: IntentRecord,
        after: PaymentIntent,
        review: PaymentReview,
    ): Promise<ReviewOutcome>;
}
