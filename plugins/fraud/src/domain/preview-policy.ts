import { type PastDecision, type Tally, tallyOf } from './past-decision';
import { type Policy, verdictAt } from './policy';
import { type Verdict, verdicts } from './verdict';

/** What thresholds would have done to past orders that have a score. */
export interface PolicyPreview {
    readonly verdict: Verdict;
    readonly orders: Tally;
}

/** By score alone: what rules and lists demand stays as it was, whatever the thresholds are. */
export function previewPolicy(
    policy: Pick<Policy, 'stepUpFrom' | 'reviewFrom' | 'blockFrom'>,
    decisions: readonly PastDecision[],
): PolicyPreview[] {
    return verdicts.map(verdict => ({
        verdict,
        orders: tallyOf(
            decisions.filter(({ score }) => score !== undefined && verdictAt(score, policy) === verdict),
        ),
    }));
}
