import { clamp, type Cut } from '../guards/clamp';
import { type Bounds, boundsOf, type GuardSettings, type VariantGuards } from '../guards/guards';
import { propose, type NoProposal } from './propose';
import { hasEffectAt, inOrder, type PricingRule, type RuleKind } from './rule';
import type { VariantFacts } from './variant-facts';

interface FiredRule {
    readonly ruleId: number;
    readonly name: string;
    readonly kind: RuleKind;
    /** The price that it worked on, and what it made of it; not rounded yet. */
    readonly from: number;
    readonly to: number;
}

interface LostRule {
    readonly ruleId: number;
    readonly name: string;
    readonly kind: RuleKind;
    readonly reason: NoProposal | 'outranked' | 'not-now';
}

/** Why a price is what it is: enough to work it out again by hand. Kept as JSON with every decision. */
export interface Trace {
    readonly at: string;
    readonly inputs: VariantFacts;
    readonly bounds: Bounds;
    readonly fired: readonly FiredRule[];
    readonly lost: readonly LostRule[];
    /** What rules made of the list price; or why no rule spoke and what was taken instead. */
    readonly wanted: number;
    readonly basis: 'rules' | 'list-price' | 'held-for-want-of-data';
    readonly cuts: readonly Cut[];
    readonly price: number;
}

/** When data that a rule needs are missing, the last good price stays. */
const WANT_OF_DATA: readonly NoProposal[] = [
    'stock-unknown',
    'demand-unknown',
    'cost-unknown',
    'competitors-too-few-or-stale',
    'component-price-unknown',
];

/** Rules that a run of ordinary prices has no part in: they have tables, or moments, of their own. */
const APART: readonly RuleKind[] = ['flash-sale', 'happy-hours', 'customer-group'];

/**
 * Decides one price.
 *
 * The rules that have effect are asked by priority, the highest first and the older one among equals. The first that
 * fires sets the price; later ones lose to it, save those that combine, which work on from there. Then the guards.
 *
 * @param rules - Of any order and kind.
 */
export function decide(
    facts: VariantFacts,
    rules: readonly PricingRule[],
    settings: GuardSettings,
    variant: VariantGuards,
    now: Date,
): Trace {
    const {
        fired,
        lost,
        wanted: fromRules,
    } = ask(
        inOrder(rules).filter(({ effect }) => !APART.includes(effect.kind)),
        facts,
        now,
    );
    const isHeld = lost.some(({ reason }) => WANT_OF_DATA.some(missing => missing === reason));
    const basis = fired.length > 0 ? 'rules' : isHeld ? 'held-for-want-of-data' : 'list-price';
    const wanted = basis === 'held-for-want-of-data' ? facts.currentPrice : fromRules;
    return conclude(facts, settings, variant, { at: now.toISOString(), fired, lost, wanted, basis });
}

/** Decides the price of a sale, or of a group of customers: what one rule makes of the list price, then the guards. */
export function decideByRule(
    facts: VariantFacts,
    rule: PricingRule,
    settings: GuardSettings,
    variant: VariantGuards,
    now: Date,
): Trace | null {
    const proposal = propose(rule, facts, facts.listPrice, now);
    if (!proposal.fires) {
        return null;
    }
    const fired = { ...named(rule), from: facts.listPrice, to: proposal.price };
    return conclude(facts, settings, variant, {
        at: now.toISOString(),
        fired: [fired],
        lost: [],
        wanted: proposal.price,
        basis: 'rules',
    });
}

function ask(rules: readonly PricingRule[], facts: VariantFacts, now: Date) {
    const fired: FiredRule[] = [];
    const lost: LostRule[] = [];
    let wanted = facts.listPrice;
    for (const rule of rules) {
        if (!hasEffectAt(rule, now)) {
            lost.push({ ...named(rule), reason: 'not-now' });
        } else if (fired.length > 0 && !rule.combines) {
            lost.push({ ...named(rule), reason: 'outranked' });
        } else {
            const proposal = propose(rule, facts, wanted, now);
            if (proposal.fires) {
                fired.push({ ...named(rule), from: wanted, to: proposal.price });
                wanted = proposal.price;
            } else {
                lost.push({ ...named(rule), reason: proposal.reason });
            }
        }
    }
    return { fired, lost: lost.filter(({ reason }) => reason !== 'out-of-scope'), wanted };
}

function conclude(
    facts: VariantFacts,
    settings: GuardSettings,
    variant: VariantGuards,
    reached: Pick<Trace, 'at' | 'fired' | 'lost' | 'wanted' | 'basis'>,
): Trace {
    const bounds = boundsOf(settings, variant, facts);
    const { price, cuts } = clamp(reached.wanted, facts.currentPrice, bounds);
    return { ...reached, inputs: facts, bounds, cuts, price };
}

function named({ id, name, effect }: PricingRule) {
    return { ruleId: id, name, kind: effect.kind };
}
