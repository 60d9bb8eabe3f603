import { dependenceOf, thinned } from './dependence';
import { Gram, gramOf, priceColumn, sumOf } from './gram';
import { devianceAt, fitMixedModel, MixedModel, modelAt, Uncertain } from './mixed-model';
import { SalesWeek } from './sales-history';

export interface FamilySlopes {
    /** In the order given. */
    readonly members: readonly Uncertain[];
    /** A member of which nothing is known yet: the family's slope, with how much members differ. */
    readonly newcomer: Uncertain;
    readonly noise: number;
}

/** Where the likelihood has fallen to a thousandth, nothing is left to find. */
const fallen = 14;
const points = 24;

/**
 * The slopes of the mixed model, averaged over how much members may differ rather than at the likeliest difference alone,
 * and as unsure as weeks that depend on each other leave them.
 *
 * A family of ten hardly tells how much its members differ; the likeliest difference is often 0, and intervals that take it
 * for the truth hold a slope in four cases of five instead of in 95 %. So it has a flat prior (Gelman, Bayesian Analysis 1,
 * 2006) and is integrated out on a grid, weighed by the restricted likelihood. How much levels differ matters little, and
 * stays as it is likeliest.
 */
export function familySlopes(
    members: ReadonlyArray<readonly SalesWeek[]>,
    controls: readonly number[],
): FamilySlopes {
    const independent = members.map(weeks => gramOf(weeks, controls));
    const { within, across } = dependenceOf(members, independent, controls, fitMixedModel(independent));
    const grams = independent.map(gram => thinned(gram, within));
    const best = fitMixedModel(grams);
    const models = gridOf(grams, best).map(spread => modelAt(grams, [best.relative[0], spread]));
    const lowest = Math.min(...models.map(({ deviance }) => deviance));
    const weights = models.map(({ deviance }) => Math.exp((lowest - deviance) / 2));
    // What moves all members at once moves all slopes at once, and no number of members averages it out.
    const shared = ((across - 1) * (best.noise * typicalError(grams)) ** 2) / grams.length;
    const average = (of: (model: MixedModel) => Uncertain) => {
        const { mean, variance } = averaged(models.map(of), weights);
        return { mean, variance: variance + shared };
    };
    return {
        members: grams.map((_, at) => average(model => model.members[at]!.slope)),
        newcomer: average(({ fixed, slopeVariance, between }) => ({
            mean: fixed[priceColumn]!,
            variance: slopeVariance + between.slope,
        })),
        noise: best.noise,
    };
}

/** How far slopes lie apart in noises: even steps over all that the likelihood leaves possible. */
function gridOf(grams: readonly Gram[], best: MixedModel): number[] {
    const [levels, likeliest] = best.relative;
    const total = sumOf(grams);
    const isPossible = (spread: number) => {
        return devianceAt(grams, total, [levels, spread]) - best.deviance < fallen;
    };
    let beyond = Math.max(likeliest, typicalError(grams)) * 2;
    while (isPossible(beyond) && beyond < 1e6) {
        beyond *= 2;
    }
    const high = edge(isPossible, likeliest, beyond);
    const low = isPossible(0) ? 0 : edge(isPossible, likeliest, 0);
    return Array.from({ length: points }, (_, at) => low + ((high - low) * (at + 0.5)) / points);
}

/** The last possible one on the way from a possible to an impossible one. */
function edge(isPossible: (spread: number) => boolean, possible: number, impossible: number): number {
    let [inside, outside] = [possible, impossible];
    for (let turn = 0; turn < 10; turn++) {
        const middle = (inside + outside) / 2;
        [inside, outside] = isPossible(middle) ? [middle, outside] : [inside, middle];
    }
    return inside;
}

/** Of a member's slope by itself, in noises. */
function typicalError(grams: readonly Gram[]): number {
    const squares = grams.reduce(
        (sum, { products, size }) => sum + products[priceColumn * size + priceColumn]!,
        0,
    );
    return Math.sqrt(grams.length / squares);
}

/** Mean and variance of a mixture: what each is unsure of, and how far they are apart. */
function averaged(parts: readonly Uncertain[], weights: readonly number[]): Uncertain {
    const whole = weights.reduce((sum, weight) => sum + weight, 0);
    const mean = parts.reduce((sum, part, at) => sum + weights[at]! * part.mean, 0) / whole;
    const variance = parts.reduce(
        (sum, part, at) => sum + weights[at]! * (part.variance + (part.mean - mean) ** 2),
        0,
    );
    return { mean, variance: variance / whole };
}
