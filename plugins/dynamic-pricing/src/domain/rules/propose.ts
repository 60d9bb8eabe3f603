import { competitorReference } from './competitor-reference';
import type { PricingRule } from './rule';
import { isInScope, type VariantFacts } from './variant-facts';

/** What a rule would have the price be, or why it has nothing to say. */
export type Proposal =
    { readonly fires: true; readonly price: number } | { readonly fires: false; readonly reason: NoProposal };

export type NoProposal =
    | 'out-of-scope'
    | 'condition-not-met'
    | 'stock-unknown'
    | 'demand-unknown'
    | 'cost-unknown'
    | 'competitors-too-few-or-stale'
    | 'component-price-unknown'
    | 'elasticity-insufficient-data'
    | 'no-number'
    | 'may-not-lower'
    | 'may-not-raise';

const silent = (reason: NoProposal): Proposal => ({ fires: false, reason });

/**
 * Asks one rule. Whether it has effect at `now` is the caller's to ask.
 *
 * @param base - The price that the rule works on: the list price, or what the rules before it made of that.
 */
export function propose(rule: PricingRule, facts: VariantFacts, base: number, now: Date): Proposal {
    if (!isInScope(rule.scope, facts)) {
        return silent('out-of-scope');
    }
    const proposal = byKind(rule, facts, base, now);
    if (!proposal.fires) {
        return proposal;
    }
    if (!Number.isFinite(proposal.price)) {
        return silent('no-number');
    }
    if (proposal.price < base && !rule.mayLower) {
        return silent('may-not-lower');
    }
    return proposal.price > base && !rule.mayRaise ? silent('may-not-raise') : proposal;
}

function byKind(
    { effect, startsAt, endsAt }: PricingRule,
    facts: VariantFacts,
    base: number,
    now: Date,
): Proposal {
    switch (effect.kind) {
        case 'stock':
            return isStockMet(effect, facts, base);
        case 'demand':
            return isDemandMet(effect, facts, base);
        case 'flash-sale':
        case 'happy-hours':
        case 'customer-group':
            return changed(base, effect.changePercent);
        case 'end-of-season':
            return changed(base, along(effect.fromPercent, effect.toPercent, elapsed(startsAt, endsAt, now)));
        case 'competitor': {
            const reference = competitorReference(effect, facts.competitors);
            return reference === null
                ? silent('competitors-too-few-or-stale')
                : changed(reference, effect.offsetPercent);
        }
        case 'cost-plus':
            return facts.cost === null ? silent('cost-unknown') : changed(facts.cost, effect.markupPercent);
        case 'bundle':
            return sumOfParts(effect, facts);
        case 'elasticity':
            return facts.bestPrice === null
                ? silent('elasticity-insufficient-data')
                : { fires: true, price: facts.bestPrice };
    }
}

type EffectOf<Kind extends PricingRule['effect']['kind']> = Extract<PricingRule['effect'], { kind: Kind }>;

function isStockMet(effect: EffectOf<'stock'>, { stock, ageDays }: VariantFacts, base: number): Proposal {
    const asksStock = effect.stockAtMost !== undefined || effect.stockAtLeast !== undefined;
    if ((asksStock && stock === null) || (effect.ageDaysAtLeast !== undefined && ageDays === null)) {
        return silent('stock-unknown');
    }
    const isMet =
        (stock ?? 0) <= (effect.stockAtMost ?? Infinity) &&
        (stock ?? 0) >= (effect.stockAtLeast ?? -Infinity) &&
        (ageDays ?? 0) >= (effect.ageDaysAtLeast ?? 0);
    return isMet ? changed(base, effect.changePercent) : silent('condition-not-met');
}

function isDemandMet(effect: EffectOf<'demand'>, { demand }: VariantFacts, base: number): Proposal {
    if (!demand || demand.expected <= 0) {
        return silent('demand-unknown');
    }
    const ratio = demand.sold / demand.expected;
    const isMet = ratio >= (effect.ratioAtLeast ?? 0) && ratio <= (effect.ratioAtMost ?? Infinity);
    return isMet ? changed(base, effect.changePercent) : silent('condition-not-met');
}

function sumOfParts(effect: EffectOf<'bundle'>, { componentPrices }: VariantFacts): Proposal {
    const sum = effect.components.reduce(
        (total, { variantId, quantity }) => total + (componentPrices[variantId] ?? NaN) * quantity,
        0,
    );
    return effect.components.length === 0 || Number.isNaN(sum)
        ? silent('component-price-unknown')
        : changed(sum, effect.changePercent);
}

function changed(price: number, percent: number): Proposal {
    return { fires: true, price: (price * (100 + percent)) / 100 };
}

function along(from: number, to: number, share: number): number {
    return from + (to - from) * share;
}

/** From 0 at the start to 1 at the end; 1 for a stretch without one of them. */
function elapsed(startsAt: Date | null, endsAt: Date | null, now: Date): number {
    if (!startsAt || !endsAt) {
        return 1;
    }
    const share = (now.getTime() - startsAt.getTime()) / (endsAt.getTime() - startsAt.getTime());
    return Math.min(1, Math.max(0, share));
}
