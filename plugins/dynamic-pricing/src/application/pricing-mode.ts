/** What becomes of a decision: shown only, applied once somebody approved it, or applied at once. */
export type PricingMode = 'recommend' | 'approve' | 'automatic';
