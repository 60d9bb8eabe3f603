import { arrange, type Arrangement, isSettled } from '../domain/serving/arrange';
import type { Candidate, Placed, ProductFacts } from '../domain/serving/candidate';
import { changeOrder } from '../domain/serving/rule';

/** Most of the best candidates can be bought: a few more than there are places do nearly always. */
const FIRST_LOOK_PER_PLACE = 3;

/**
 * The list that all candidates would make, from facts about as few of them as that takes: to know what can be bought
 * is most of what a list costs.
 *
 * @param factsOf - Facts about those of the products that can be bought. Asked once for each.
 */
export async function fillList(
    candidates: readonly Candidate[],
    arrangement: Arrangement,
    factsOf: (productIds: readonly number[]) => Promise<ReadonlyMap<number, ProductFacts>>,
): Promise<Placed[]> {
    const asked = new Set<number>();
    const facts = new Map<number, ProductFacts>();
    const learn = async (productIds: readonly number[]) => {
        const unknown = [...new Set(productIds)].filter(id => !asked.has(id));
        unknown.forEach(id => asked.add(id));
        (await factsOf(unknown)).forEach((known, id) => facts.set(id, known));
    };
    const pins = arrangement.rules.flatMap(({ action, targetId }) =>
        action === 'PIN' && targetId !== null ? [targetId] : [],
    );
    let looked = changeOrder(arrangement.rules) ? candidates.length : FIRST_LOOK_PER_PLACE * arrangement.take;
    await learn([...idsOf(candidates.slice(0, looked)), ...arrangement.newcomers, ...pins]);
    while (looked < candidates.length && !isSettled(candidates.slice(0, looked), facts, arrangement)) {
        await learn(idsOf(candidates.slice(looked, 2 * looked)));
        looked *= 2;
    }
    return arrange(candidates.slice(0, looked), facts, arrangement);
}

function idsOf(candidates: readonly Candidate[]): number[] {
    return candidates.map(({ productId }) => productId);
}
