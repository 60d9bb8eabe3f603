import { difference, Estimate, Resampling } from './bootstrap';
import { prAuc } from './metrics';

/** What each said of the same attempts, which none of them learned from. */
export interface Contest {
    readonly label: Uint8Array;
    readonly candidate: Float64Array;
    /** Of the rules alone. */
    readonly rules: Float64Array;
    /** The model's in place; missing as long as there is none. */
    readonly inPlace?: Float64Array;
}

export interface PromotionDecision {
    readonly promote: boolean;
    /** In a sentence, with the figures. */
    readonly reason: string;
    /** Differences in PR-AUC. Missing where there was too little to measure on. */
    readonly overRules?: Estimate;
    readonly overInPlace?: Estimate;
}

/** Frauds held back below which no difference is worth a decision. */
export const leastMeasuredFrauds = 30;

/**
 * A candidate takes over only where it beats the rules alone and the model in place by more than chance explains: the
 * whole 95 % interval of the difference in PR-AUC, by paired bootstrap, lies above 0.
 */
export function decidePromotion(contest: Contest, resampling: Resampling): PromotionDecision {
    const { label, candidate, rules, inPlace } = contest;
    const frauds = label.reduce((sum, value) => sum + value, 0);
    if (frauds < leastMeasuredFrauds) {
        return {
            promote: false,
            reason: `Only ${frauds} frauds were held back to measure on; ${leastMeasuredFrauds} are needed.`,
        };
    }
    const over = (other: Float64Array) =>
        difference(prAuc, { score: candidate, label }, { score: other, label }, resampling);
    const overRules = over(rules);
    if (!(overRules.from > 0)) {
        return { promote: false, reason: `Not better than rules alone: ${told(overRules)}.`, overRules };
    }
    const overInPlace = inPlace && over(inPlace);
    if (overInPlace && !(overInPlace.from > 0)) {
        const reason = `Not better than the model in place: ${told(overInPlace)}.`;
        return { promote: false, reason, overRules, overInPlace };
    }
    const reason = `Better than rules alone: ${told(overRules)}${
        overInPlace ? `, and than the model in place: ${told(overInPlace)}` : ''
    }.`;
    return { promote: true, reason, overRules, ...(overInPlace ? { overInPlace } : {}) };
}

function told({ value, from, to }: Estimate): string {
    const [middle, low, high] = [value, from, to].map(figure => figure.toFixed(3));
    return `PR-AUC ${middle} higher (${low} to ${high})`;
}
