import type { PricingRule, RuleKind } from '../rules/rule';
import type { VariantFacts } from '../rules/variant-facts';

/** What a week of the past tells. */
export interface KnownWeek {
    readonly week: number;
    readonly price: number;
    readonly units: number;
}

/** Why a kind of rule can't be replayed: what it works on is not on record, or it is not for whole weeks or all shoppers. */
const NOT_REPLAYABLE: Partial<
    Record<RuleKind, 'inputs-not-on-record' | 'only-part-of-a-week' | 'only-some-shoppers'>
> = {
    stock: 'inputs-not-on-record',
    competitor: 'inputs-not-on-record',
    bundle: 'inputs-not-on-record',
    'happy-hours': 'only-part-of-a-week',
    'customer-group': 'only-some-shoppers',
};

export function whyNotReplayable(kind: RuleKind) {
    return NOT_REPLAYABLE[kind] ?? null;
}

/** Weeks whose mean is what is expected of the next one, as in a run. */
const WEEKS_BEFORE = 8;

/**
 * A variant's facts as they would be today if its sales were those of a past week. Its price is today's, as a rule
 * begins from there; guards reckon from it too.
 */
export function factsInWeek(facts: VariantFacts, weeks: readonly KnownWeek[], at: KnownWeek): VariantFacts {
    const before = weeks.filter(({ week }) => week < at.week && week >= at.week - WEEKS_BEFORE);
    const isKnown = weeks[0] !== undefined && weeks[0].week <= at.week - WEEKS_BEFORE;
    const expected = before.reduce((sum, { units }) => sum + units, 0) / WEEKS_BEFORE;
    return {
        ...facts,
        currentPrice: facts.listPrice,
        dayStartPrice: facts.listPrice,
        demand: isKnown ? { sold: at.units, expected } : null,
    };
}

/** The moment in a rule's own time that a past week stands for: the first week its start, the last its end. */
export function momentOf({ startsAt, endsAt }: PricingRule, share: number, now: Date): Date {
    return startsAt && endsAt
        ? new Date(startsAt.getTime() + share * (endsAt.getTime() - startsAt.getTime()))
        : now;
}
