import type { Verdict } from './verdict';

/** How a channel decides. */
export interface Policy {
    /** Scores, 0 to 99, from which on a payment is stepped up, reviewed or blocked; 100 means never. */
    readonly stepUpFrom: number;
    readonly reviewFrom: number;
    readonly blockFrom: number;
    /** Decide and keep the decision, but let every payment through. */
    readonly shadow: boolean;
    /** When there is no score: payments up to this amount are allowed. Minor units of the order's currency. */
    readonly unscoredAllowUpTo: number;
    /** When there is no score: what becomes of higher amounts. */
    readonly unscoredAbove: Verdict;
    /** Orders above this amount are accepted by two people, one after the other; `null` means never. Minor units. */
    readonly fourEyesAbove: number | null;
    /** Within how many hours a review is to be decided. */
    readonly reviewHours: number;
}

/** Until a channel has its own: everything is let through, and what would have been done can be read. */
export const defaultPolicy: Policy = {
    stepUpFrom: 30,
    reviewFrom: 60,
    blockFrom: 90,
    shadow: true,
    unscoredAllowUpTo: 20_000,
    unscoredAbove: 'review',
    fourEyesAbove: null,
    reviewHours: 24,
};

export type PolicyProblem = 'thresholds-not-in-order' | 'out-of-range';

/** @returns What is wrong with it, if anything. */
export function problemOf(policy: Policy): PolicyProblem | undefined {
    const { stepUpFrom, reviewFrom, blockFrom, unscoredAllowUpTo, fourEyesAbove, reviewHours } = policy;
    const thresholds = [stepUpFrom, reviewFrom, blockFrom];
    const areAmounts = [unscoredAllowUpTo, fourEyesAbove ?? 0].every(
        amount => Number.isInteger(amount) && amount >= 0,
    );
    const areScores = thresholds.every(score => Number.isInteger(score) && score >= 1 && score <= 100);
    if (!areScores || !areAmounts || !Number.isInteger(reviewHours) || reviewHours < 1) {
        return 'out-of-range';
    }
    return stepUpFrom <= reviewFrom && reviewFrom <= blockFrom ? undefined : 'thresholds-not-in-order';
}

export function verdictAt(
    score: number,
    policy: Pick<Policy, 'stepUpFrom' | 'reviewFrom' | 'blockFrom'>,
): Verdict {
    if (score >= policy.blockFrom) {
        return 'block';
    }
    if (score >= policy.reviewFrom) {
        return 'review';
    }
    return score >= policy.stepUpFrom ? 'step-up' : 'allow';
}

/** The declared decision for a payment that has no score. */
export function verdictWithoutScore(amount: number, policy: Policy): Verdict {
    return amount <= policy.unscoredAllowUpTo ? 'allow' : policy.unscoredAbove;
}
