import type { ProductFacts } from './candidate';
import type { Placement } from './placement';

/**
 * What a rule does: set a place, raise, lower to the end, leave out, raise by what is earned, or bound how many of
 * one category a list has.
 */
export type RuleAction = 'PIN' | 'BOOST' | 'BURY' | 'EXCLUDE' | 'MARGIN' | 'DIVERSIFY';

/** What a rule is about. */
export type RuleTarget = 'PRODUCT' | 'COLLECTION' | 'FACET_VALUE' | 'EVERYTHING';

/** What a rule says, whether or not it is kept yet. */
export interface RuleTerms {
    readonly action: RuleAction;
    readonly target: RuleTarget;
    /** Null for everything. */
    readonly targetId: number | null;
    /** Null for all placements. */
    readonly placement: Placement | null;
    /**
     * PIN: the position, from 1. BOOST: what the score is multiplied by, above 1. MARGIN: the same, for a product that
     * costs nothing. DIVERSIFY: the most of one category. Otherwise without meaning.
     */
    readonly amount: number;
    readonly startsAt: Date | null;
    readonly endsAt: Date | null;
    readonly enabled: boolean;
}

/** A merchandiser's word on what is recommended. */
export interface Rule extends RuleTerms {
    readonly id: number;
}

export type RuleProblem =
    | { readonly kind: 'pin-needs-a-product' }
    | { readonly kind: 'position-is-no-place'; readonly most: number }
    | { readonly kind: 'boost-is-out-of-range'; readonly most: number }
    | { readonly kind: 'diversity-is-out-of-range'; readonly most: number }
    | { readonly kind: 'diversity-is-about-everything' }
    | { readonly kind: 'target-is-missing' }
    | { readonly kind: 'everything-is-too-much' }
    | { readonly kind: 'ends-before-it-starts' };

export const LAST_POSITION = 24;
const MOST_BOOST = 10;

/** Of everything only these make a difference: to raise all of a list raises none of it. */
const aboutEverything: ReadonlySet<RuleAction> = new Set(['MARGIN', 'DIVERSIFY']);

/** What is wrong with a rule, or `undefined`. */
export function problemOf(rule: RuleTerms): RuleProblem | undefined {
    if (rule.startsAt && rule.endsAt && rule.startsAt >= rule.endsAt) {
        return { kind: 'ends-before-it-starts' };
    }
    return problemOfTarget(rule) ?? problemOfAmount(rule);
}

function problemOfTarget({ action, target, targetId }: RuleTerms): RuleProblem | undefined {
    if (action === 'PIN' && target !== 'PRODUCT') {
        return { kind: 'pin-needs-a-product' };
    }
    if (action === 'DIVERSIFY' && target !== 'EVERYTHING') {
        return { kind: 'diversity-is-about-everything' };
    }
    if (target === 'EVERYTHING') {
        return aboutEverything.has(action) ? undefined : { kind: 'everything-is-too-much' };
    }
    return targetId === null ? { kind: 'target-is-missing' } : undefined;
}

function problemOfAmount({ action, amount }: RuleTerms): RuleProblem | undefined {
    const isPlace = Number.isInteger(amount) && amount >= 1 && amount <= LAST_POSITION;
    switch (action) {
        case 'PIN':
            return isPlace ? undefined : { kind: 'position-is-no-place', most: LAST_POSITION };
        case 'DIVERSIFY':
            return isPlace ? undefined : { kind: 'diversity-is-out-of-range', most: LAST_POSITION };
        case 'BOOST':
        case 'MARGIN':
            return amount > 1 && amount <= MOST_BOOST
                ? undefined
                : { kind: 'boost-is-out-of-range', most: MOST_BOOST };
        case 'BURY':
        case 'EXCLUDE':
            return undefined;
    }
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
            return isMember(facts.memberships?.collectionIds, rule);
        case 'FACET_VALUE':
            return isMember(facts.memberships?.facetValueIds, rule);
        case 'EVERYTHING':
            return true;
    }
}

function isMember(ids: ReadonlySet<number> | undefined, { targetId }: Rule): boolean {
    return targetId !== null && (ids?.has(targetId) ?? false);
}

/** Whether the rules want to know of products what they belong to. */
export function askForMemberships(rules: readonly Rule[]): boolean {
    return rules.some(({ target }) => target === 'COLLECTION' || target === 'FACET_VALUE');
}

/** Whether the rules may put a product ahead of one that the model likes better. Pins have places of their own. */
export function changeOrder(rules: readonly Rule[]): boolean {
    return rules.some(({ action }) => action === 'BOOST' || action === 'MARGIN' || action === 'BURY');
}

/** What a rule multiplies a product's score by. One by margin does nothing where the margin is not known. */
export function factorOf({ action, amount }: Rule, { margin }: ProductFacts): number {
    switch (action) {
        case 'BOOST':
            return amount;
        case 'MARGIN':
            return margin === undefined ? 1 : 1 + (amount - 1) * Math.min(1, Math.max(0, margin));
        case 'PIN':
        case 'BURY':
        case 'EXCLUDE':
        case 'DIVERSIFY':
            return 1;
    }
}
