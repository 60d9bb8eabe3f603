import type { Candidate, ProductFacts } from './candidate';
import { concerns, type Rule } from './rule';

export interface Arrangement {
    /** How many are shown. */
    readonly take: number;
    /** Those in force at the placement. */
    readonly rules: readonly Rule[];
    /** Of one category, as long as there are others to fill the list. */
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

interface Ranked extends Candidate {
    readonly facts: ProductFacts;
    readonly buried: boolean;
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
): Candidate[] {
    const showable = (productId: number) => {
        const known = facts.get(productId);
        return known && isShowable(known, arrangement) ? known : undefined;
    };
    const ranked = rank(candidates, showable, arrangement.rules);
    const pins = pinned(showable, arrangement.rules);
    const rest = ranked.filter(({ productId }) => !pins.some(pin => pin.productId === productId));
    const mixed = mixCategories(rest, arrangement.mostOfOneCategory);
    const list = withPins(mixed.slice(0, arrangement.take), pins).slice(0, arrangement.take);
    return withNewcomer(list, showable, arrangement);
}

type Showable = (productId: number) => ProductFacts | undefined;

function isShowable(facts: ProductFacts, { without, priceBand, rules }: Arrangement): boolean {
    return (
        !without.has(facts.productId) &&
        (!priceBand || (facts.price >= priceBand.from && facts.price <= priceBand.to)) &&
        !rules.some(rule => rule.action === 'EXCLUDE' && concerns(rule, facts))
    );
}

function rank(candidates: readonly Candidate[], showable: Showable, rules: readonly Rule[]): Ranked[] {
    // By place, not by score: a boost means the same whatever the model's scores look like.
    const ranked = candidates.map((candidate, place): Ranked | undefined => {
        const facts = showable(candidate.productId);
        if (!facts) {
            return undefined;
        }
        const concerning = rules.filter(rule => concerns(rule, facts));
        const boost = concerning
            .filter(({ action }) => action === 'BOOST')
            .reduce((product, { amount }) => product * amount, 1);
        const buried = concerning.some(({ action }) => action === 'BURY');
        return { ...candidate, score: boost / (place + 1), facts, buried };
    });
    return ranked
        .filter(candidate => candidate !== undefined)
        .sort((a, b) => Number(a.buried) - Number(b.buried) || b.score - a.score);
}

function pinned(showable: Showable, rules: readonly Rule[]) {
    return rules
        .filter(({ action, targetId }) => action === 'PIN' && showable(targetId))
        .map(({ targetId, amount }) => ({ productId: targetId, position: amount }))
        .sort((a, b) => a.position - b.position)
        .filter((pin, index, all) => all.findIndex(other => other.productId === pin.productId) === index);
}

function mixCategories(ranked: readonly Ranked[], most: number): Ranked[] {
    const counts = new Map<number, number>();
    const surplus: Ranked[] = [];
    const mixed = ranked.filter(candidate => {
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
    return [...mixed, ...surplus];
}

function withPins(list: readonly Candidate[], pins: ReturnType<typeof pinned>): Candidate[] {
    return pins.reduce<Candidate[]>(
        (shown, { productId, position }) =>
            shown.toSpliced(position - 1, 0, { productId, score: 1, reason: { code: 'PICKED' } }),
        [...list],
    );
}

function withNewcomer(
    list: readonly Candidate[],
    showable: Showable,
    { newcomers, newcomerDraw, take }: Arrangement,
): Candidate[] {
    const absent = newcomers.filter(id => showable(id) && !list.some(({ productId }) => productId === id));
    const chosen = newcomerDraw === undefined ? undefined : absent[Math.floor(newcomerDraw * absent.length)];
    const place = list.length < take ? list.length : list.findLastIndex(isNotPicked);
    if (chosen === undefined || place < 0) {
        return [...list];
    }
    return list.toSpliced(place, 1, { productId: chosen, score: 0, reason: { code: 'NEW' } });
}

function isNotPicked({ reason }: Candidate): boolean {
    return reason.code !== 'PICKED';
}
