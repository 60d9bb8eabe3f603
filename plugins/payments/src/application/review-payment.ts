import { type QuarantineObjection, resolveQuarantine } from '../domain/resolve-quarantine';
import type { FinishPayment } from './finish-payment';
import type { IntentStore } from './ports/intent-store.port';
import type { PaymentReview, PaymentReviews } from './ports/payment-reviews.port';

export type ReviewResult =
    /** After a `stepError` the steps that follow from the decision are taken later. */
    | { readonly ok: true; readonly stepError?: Error }
    | { readonly ok: false; readonly objection: QuarantineObjection };

/** Takes a payment out of quarantine, by a person's decision, and takes the steps that follow from it. */
export class ReviewPayment {
    constructor(
        private readonly store: IntentStore,
        private readonly reviews: PaymentReviews,
        private readonly finish: FinishPayment,
    ) {}

    /**
     * A step that fails is taken again later: the decision stands.
     *
     * @throws Error when there is no such payment.
     */
    async run(intentId: string, review: PaymentReview, now: Date): Promise<ReviewResult> {
        const record = await this.store.find(intentId);
        if (!record) {
            throw new Error(`There is no payment intent ${intentId}.`);
        }
        const decision = resolveQuarantine(record, review.resolution, now);
        if (!decision.possible) {
            return { ok: false, objection: decision.objection };
        }
        const outcome = await this.reviews.decide(record, decision.intent, review);
        if (outcome !== 'stored') {
            return { ok: false, objection: { code: outcome } };
        }
        return { ok: true, stepError: await this.tryToFinish(intentId) };
    }

    private async tryToFinish(intentId: string): Promise<Error | undefined> {
        try {
            await this.finish.run(intentId);
            return undefined;
        } catch (error) {
            return error instanceof Error ? error : new Error(String(error));
        }
    }
}
