import type { FeatureVector } from './features';

/** A decision of before with what it turned out to be, as far as that is known. */
export interface PastDecision {
    readonly features: FeatureVector;
    readonly score: number | undefined;
    readonly label: 'good' | 'fraud' | undefined;
}

/** How many of each kind. */
export interface Tally {
    readonly good: number;
    readonly fraud: number;
    readonly unlabelled: number;
}

export function tallyOf(decisions: readonly PastDecision[]): Tally {
    const of = (label: PastDecision['label']) =>
        decisions.filter(decision => decision.label === label).length;
    return { good: of('good'), fraud: of('fraud'), unlabelled: of(undefined) };
}
