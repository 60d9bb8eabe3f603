import type { Candidate, Placed, ProductFacts } from './candidate';
import { changeOrder, concerns, factorOf, type Rule } from './rule';

export interface Arrangement {
    /** How many are shown. */
    readonly take: number;
    /** Those in force at the placement. */
    readonly rules: readonly Rule[];
    /** Of one category, as long as there are others to fill the list. A rule of diversity says it instead. */
    readonly mostOfOneCategory: number;
    /** Never shown: hidden by the shopper, in the cart already, the product at hand. */
    readonly without: ReadonlySet<number>;
    /** In minor units, both included. */
    readonly priceBand?: { readonly from: number; readonly to: number };
    /** New products that have a chance of the last place. */
    readonly newcomers: readonly number[];
    /** From 0 to below 1: which newcomer. Nobody is shown without. */
    readonly newcomerDraw?: number;
}

interface Ranked extends Placed {
    readonly facts: ProductFacts;
    readonly weight: number;
    readonly isBuried: boolean;
}

/**
 * The list as it is shown: what can't be bought is left out, rules have their say, categories are mixed, pinned
 * products take their places and, with luck, a new product takes the last.
 *
 * @param candidates - The best first, each product once.
 * @param facts - Of what can be bought now; a product without facts is never shown.
 */
export function arrange(
    candidates: readonly Candidate[],
    facts: ReadonlyMap<number, ProductFacts>,
    arrangement: Arrangement,
): Placed[] {
    const showable = showableOf(facts, arrangement);
    const { pins, fitting, surplus } = sorted(candidates, showable, arrangement);
    const mixed = [...fitting, ...surplus].slice(0, arrangement.take).map(toPlaced);
    const list = withPins(mixed, pins).slice(0, arrangement.take);
    return withNewcomer(list, showable, arrangement);
}

/** Whether the list stays as it is, whatever comes behind these candidates. */
export function isSettled(
    candidates: readonly Candidate[],
    facts: ReadonlyMap<number, ProductFacts>,
    arrangement: Arrangement,
): boolean {
    const { fitting } = sorted(candidates, showableOf(facts, arrangement), arrangement);
    return !changeOrder(arrangement.rules) && fitting.length >= arrangement.take;
}

type Showable = (productId: number) => ProductFacts | undefined;

function showableOf(facts: ReadonlyMap<number, ProductFacts>, arrangement: Arrangement): Showable {
    return productId => {
        const known = facts.get(productId);
        return known && isShowable(known, arrangement) ? known : undefined;
    };
}

/** Apart: the pinned ones, the rest in order, and those of them that are too many of their category. */
function sorted(candidates: readonly Candidate[], showable: Showable, arrangement: Arrangement) {
    const pins = pinned(showable, arrangement.rules);
    const isPinned = (productId: number) => pins.some(pin => pin.productId === productId);
    const ranked = rank(candidates, showable, arrangement.rules);
    return {
        pins,
        ...mixCategories(
            ranked.filter(({ productId }) => !isPinned(productId)),
            arrangement,
        ),
    };
}

function isShowable(facts: ProductFacts, { without, priceBand, rules }: Arrangement): boolean {
    return (
        !without.has(facts.productId) &&
        (!priceBand || (facts.price >= priceBand.from && facts.price <= priceBand.to)) &&
        !rules.some(rule => rule.action === 'EXCLUDE' && concerns(rule, facts))
    );
}

function rank(candidates: readonly Candidate[], showable: Showable, rules: readonly Rule[]): Ranked[] {
    const sorting = rules.filter(({ action }) => action !== 'PIN' && action !== 'DIVERSIFY');
    const known = candidates.flatMap(candidate => {
        const facts = showable(candidate.productId);
        return facts ? [{ candidate, facts }] : [];
    });
    return known
        .map(({ candidate, facts }, place): Ranked => {
            const concerning = sorting.filter(rule => concerns(rule, facts));
            // By place, not by score: a boost means the same whatever the model's scores look like.
            const weight = concerning.reduce(
                (product, rule) => product * factorOf(rule, facts),
                1 / (place + 1),
            );
            return {
                ...candidate,
                facts,
                weight,
                isBuried: concerning.some(({ action }) => action === 'BURY'),
                modelRank: place + 1,
                ruleIds: concerning.map(({ id }) => id),
                isCostMissing:
                    facts.margin === undefined && concerning.some(({ action }) => action === 'MARGIN'),
            };
        })
        .sort((a, b) => Number(a.isBuried) - Number(b.isBuried) || b.weight - a.weight);
}

function toPlaced({ productId, score, reason, modelRank, ruleIds, isCostMissing }: Ranked): Placed {
    return { productId, score, reason, modelRank, ruleIds, isCostMissing };
}

interface Pin {
    readonly productId: number;
    readonly position: number;
    readonly ruleId: number;
}

function pinned(showable: Showable, rules: readonly Rule[]): Pin[] {
    return rules
        .flatMap(({ id, action, targetId, amount }): Pin[] =>
            action === 'PIN' && targetId !== null && showable(targetId)
                ? [{ productId: targetId, position: amount, ruleId: id }]
                : [],
        )
        .sort((a, b) => a.position - b.position)
        .filter((pin, index, all) => all.findIndex(other => other.productId === pin.productId) === index);
}

function mixCategories(ranked: readonly Ranked[], { rules, mostOfOneCategory }: Arrangement) {
    const limits = rules.filter(({ action }) => action === 'DIVERSIFY').map(({ amount }) => amount);
    const most = limits.length > 0 ? Math.min(...limits) : mostOfOneCategory;
    const counts = new Map<number, number>();
    const surplus: Ranked[] = [];
    const fitting = ranked.filter(candidate => {
        const { category } = candidate.facts;
        if (category === undefined) {
            return true;
        }
        const count = (counts.get(category) ?? 0) + 1;
        counts.set(category, count);
        if (count > most) {
            surplus.push(candidate);
        }
        return count <= most;
    });
    return { fitting, surplus };
}

function withPins(list: readonly Placed[], pins: readonly Pin[]): Placed[] {
    return pins.reduce<Placed[]>(
        (shown, { productId, position, ruleId }) =>
            shown.toSpliced(position - 1, 0, {
                ...{ productId, score: 1, reason: { code: 'PICKED' } },
                ...{ modelRank: null, ruleIds: [ruleId], isCostMissing: false },
            }),
        [...list],
    );
}

function withNewcomer(
    list: readonly Placed[],
    showable: Showable,
    { newcomers, newcomerDraw, take }: Arrangement,
): Placed[] {
    const absent = newcomers.filter(id => showable(id) && !list.some(({ productId }) => productId === id));
    const chosen = newcomerDraw === undefined ? undefined : absent[Math.floor(newcomerDraw * absent.length)];
    const place = list.length < take ? list.length : list.findLastIndex(isNotPicked);
    if (chosen === undefined || place < 0) {
        return [...list];
    }
    return list.toSpliced(place, 1, {
        ...{ productId: chosen, score: 0, reason: { code: 'NEW' } },
        ...{ modelRank: null, ruleIds: [], isCostMissing: false },
    });
}

function isNotPicked({ reason }: Candidate): boolean {
    return reason.code !== 'PICKED';
}
