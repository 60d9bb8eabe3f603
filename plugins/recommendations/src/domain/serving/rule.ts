import type { ProductFacts } from './candidate';
import type { Placement } from './placement';

/** What a rule does: set a place, raise, lower to the end, or leave out. */
export type RuleAction = 'PIN' | 'BOOST' | 'BURY' | 'EXCLUDE';

/** What a rule is about. */
export type RuleTarget = 'PRODUCT' | 'COLLECTION' | 'FACET_VALUE';

/** A merchandiser's word on what is recommended. */
export interface Rule {
    readonly action: RuleAction;
    readonly target: RuleTarget;
    readonly targetId: number;
    /** Null for all placements. */
    readonly placement: Placement | null;
    /** PIN: the position, from 1. BOOST: what the score is multiplied by, above 1. Otherwise without meaning. */
    readonly amount: number;
    readonly startsAt: Date | null;
    readonly endsAt: Date | null;
    readonly enabled: boolean;
}

export type RuleProblem =
    | { readonly kind: 'pin-needs-a-product' }
    | { readonly kind: 'position-is-no-place'; readonly most: number }
    | { readonly kind: 'boost-is-out-of-range'; readonly most: number }
    | { readonly kind: 'ends-before-it-starts' };

export const LAST_POSITION = 24;
const MOST_BOOST = 10;

/** What is wrong with a rule, or `undefined`. */
export function problemOf(rule: Rule): RuleProblem | undefined {
    if (rule.startsAt && rule.endsAt && rule.startsAt >= rule.endsAt) {
        return { kind: 'ends-before-it-starts' };
    }
    if (rule.action === 'BOOST' && !(rule.amount > 1 && rule.amount <= MOST_BOOST)) {
        return { kind: 'boost-is-out-of-range', most: MOST_BOOST };
    }
    if (rule.action !== 'PIN') {
        return undefined;
    }
    if (rule.target !== 'PRODUCT') {
        return { kind: 'pin-needs-a-product' };
    }
    return Number.isInteger(rule.amount) && rule.amount >= 1 && rule.amount <= LAST_POSITION
        ? undefined
        : { kind: 'position-is-no-place', most: LAST_POSITION };
}

/** The rules that hold at a placement at a moment. */
export function rulesInForce(rules: readonly Rule[], placement: Placement, now: Date): Rule[] {
    return rules.filter(
        rule =>
            rule.enabled &&
            (rule.placement === null || rule.placement === placement) &&
            (rule.startsAt === null || rule.startsAt <= now) &&
            (rule.endsAt === null || rule.endsAt > now),
    );
}

export function concerns(rule: Rule, facts: ProductFacts): boolean {
    switch (rule.target) {
        case 'PRODUCT':
            return facts.productId === rule.targetId;
        case 'COLLECTION':
            return facts.collectionIds.has(rule.targetId);
        case 'FACET_VALUE':
            return facts.facetValueIds.has(rule.targetId);
    }
}
