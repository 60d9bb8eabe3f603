/** A decision, as far as accepting and rejecting look at it. */
export interface ReviewedDecision {
    readonly amount: number;
    readonly reviewState: 'open' | 'accepted' | 'rejected' | null;
    readonly acceptedOnceBy: string | null;
    readonly policy: { readonly fourEyesAbove: number | null };
}

export type Acceptance =
    | { readonly kind: 'accepted' }
    /** A second person has to agree. */
    | { readonly kind: 'accepted-once' }
    | { readonly kind: 'refused'; readonly why: 'not-open' | 'same-person' };

/** Whether an order is accepted when `administrator` says so. */
export function accept(decision: ReviewedDecision, administrator: string): Acceptance {
    const { amount, reviewState, acceptedOnceBy, policy } = decision;
    if (reviewState !== 'open') {
        return { kind: 'refused', why: 'not-open' };
    }
    if (policy.fourEyesAbove === null || amount <= policy.fourEyesAbove) {
        return { kind: 'accepted' };
    }
    if (acceptedOnceBy === null) {
        return { kind: 'accepted-once' };
    }
    return acceptedOnceBy === administrator ? { kind: 'refused', why: 'same-person' } : { kind: 'accepted' };
}
