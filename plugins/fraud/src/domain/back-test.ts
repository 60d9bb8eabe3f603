import { type PastDecision, type Tally, tallyOf } from './past-decision';
import type { Condition } from './rule';

/** What a rule would have done to past orders. */
export interface BackTest {
    readonly orders: Tally;
    readonly fired: Tally;
    /** Orders of which it could not say, since something it looks at was not known. */
    readonly unknown: number;
    /** Of the labelled orders it fired on, the share that was fraud; `undefined` when there are none. */
    readonly precision: number | undefined;
    /** Of the fraud, the share it fired on; `undefined` when there was none. */
    readonly recall: number | undefined;
}

export function backTest(condition: Condition, decisions: readonly PastDecision[]): BackTest {
    const answers = decisions.map(decision => ({ decision, fires: condition(decision.features) }));
    const orders = tallyOf(decisions);
    const fired = tallyOf(answers.flatMap(({ decision, fires }) => (fires === true ? [decision] : [])));
    return {
        orders,
        fired,
        unknown: answers.filter(({ fires }) => fires === undefined).length,
        precision: share(fired.fraud, fired.fraud + fired.good),
        recall: share(fired.fraud, orders.fraud),
    };
}

function share(part: number, whole: number): number | undefined {
    return whole === 0 ? undefined : part / whole;
}
