export type Verdict = 'ALLOW' | 'STEP_UP' | 'REVIEW' | 'BLOCK';

export interface Policy {
    readonly stepUpFrom: number;
    readonly reviewFrom: number;
    readonly blockFrom: number;
    readonly shadow: boolean;
    readonly unscoredAllowUpTo: number;
    readonly unscoredAbove: Verdict;
    readonly fourEyesAbove: number | null;
    readonly reviewHours: number;
}

/** A decision as lists have it. */
export interface DecisionSummary {
    readonly id: string;
    readonly createdAt: string;
    readonly orderId: string;
    readonly orderCode: string;
    readonly amount: number;
    readonly currency: string;
    readonly score: number | null;
    readonly basis: string;
    readonly verdict: Verdict;
    readonly applied: Verdict;
    readonly outcome: string | null;
    readonly label: string | null;
    readonly reviewState: string | null;
    readonly reviewDueAt: string | null;
    readonly needsSecondPerson: boolean;
    readonly acceptedOnceBy: string | null;
    readonly appealedAt: string | null;
    readonly appealDecidedAt: string | null;
}

interface Factor {
    readonly code: string;
    readonly weight: number;
    readonly text: string;
}

export type Unit = 'COUNT' | 'DAYS' | 'FLAG' | 'SHARE' | 'DEVIATIONS' | 'HOUR' | 'STEPS' | 'LOGARITHM';

export interface Feature {
    readonly name: string;
    readonly label: string;
    readonly unit: Unit;
    readonly value: number | null;
}

interface Note {
    readonly id: string;
    readonly createdAt: string;
    readonly kind: string;
    readonly text: string;
    readonly author: string;
}

export interface Link {
    readonly decision: DecisionSummary;
    readonly by: readonly string[];
}

/** A decision with everything that it was based on. */
export interface DecisionDetail extends DecisionSummary {
    readonly factors: readonly Factor[];
    readonly features: readonly Feature[];
    readonly policy: Policy;
    readonly billingCountry: string | null;
    readonly shippingCountry: string | null;
    readonly networkCountry: string | null;
    readonly cardCountry: string | null;
    readonly labelledBy: string | null;
    readonly isCapturedAtOnce: boolean;
    readonly decidedBy: string | null;
    readonly decidedAt: string | null;
    readonly notes: readonly Note[];
    readonly links: readonly Link[];
    readonly replay: { readonly score: number | null; readonly verdict: Verdict; readonly isSame: boolean };
}
