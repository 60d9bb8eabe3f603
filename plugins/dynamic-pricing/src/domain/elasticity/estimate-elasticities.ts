import { independentColumns } from './cholesky';
import { defaultLimits, Elasticity, ElasticityLimits, OwnWeeksUnfit, PriceRange, Slope } from './elasticity';
import { FamilySlopes, familySlopes } from './family-slopes';
import { gramOf, priceColumn, sumOf } from './gram';
import { leastSquares } from './least-squares';
import { Uncertain } from './mixed-model';
import { halfWidth } from './normal';
import { unfitnessOf } from './own-weeks';
import { SalesHistory, SalesWeek, weeksWithSales } from './sales-history';

/**
 * Own-price elasticity of each member of a family (the products of a category, the shops that sell a brand), by id.
 * Where nothing can be said, that is said.
 *
 * Intervals take weeks as independent given the controls, and prices as set without knowing the week's demand. Where a
 * shop cut prices because demand fell, the slope is too near 0; where it cut them ahead of a feast, too far off.
 */
export function estimateElasticities(
    family: readonly SalesHistory[],
    settings: Partial<ElasticityLimits> = {},
): ReadonlyMap<string, Elasticity> {
    const limits = { ...defaultLimits, ...settings };
    const judged = family.map(history => ({ history, unfit: unfitnessOf(history, limits) }));
    const fit = judged.filter(({ unfit }) => !unfit).map(({ history }) => history);
    const model = fit.length >= limits.minMembers ? familyOf(fit) : undefined;
    return new Map(
        judged.map(({ history, unfit }) => {
            const estimate = unfit
                ? borrowed(model, unfit, limits)
                : owned(model, history, fit.indexOf(history));
            return [history.id, judge(history, estimate ?? { unfit: unfit! }, limits)];
        }),
    );
}

interface Estimate {
    readonly basis: 'shared' | 'alone' | 'family';
    readonly because?: OwnWeeksUnfit;
    readonly slope: Slope;
    readonly noise: number;
}

function owned(model: FamilySlopes | undefined, history: SalesHistory, at: number): Estimate {
    if (model) {
        return { basis: 'shared', slope: slopeOf(model.members[at]!), noise: model.noise };
    }
    const weeks = weeksWithSales(history);
    const { slope, noise, freedom } = leastSquares(gramOf(weeks, usableControls([weeks])));
    return { basis: 'alone', slope: slopeOf(slope, freedom), noise };
}

function borrowed(
    model: FamilySlopes | undefined,
    because: OwnWeeksUnfit,
    { borrow }: ElasticityLimits,
): Estimate | undefined {
    if (!model || !borrow) {
        return undefined;
    }
    return { basis: 'family', because, slope: slopeOf(model.newcomer), noise: model.noise };
}

function judge(
    history: SalesHistory,
    estimate: Estimate | { unfit: OwnWeeksUnfit },
    limits: ElasticityLimits,
): Elasticity {
    const weeks = weeksWithSales(history);
    const none = { kind: 'insufficient-data', weeksWithSales: weeks.length } as const;
    if ('unfit' in estimate) {
        return { ...none, reason: estimate.unfit };
    }
    const { low, high } = estimate.slope;
    if (weeks.length === 0 || high - low > limits.maxWidth) {
        return { ...none, reason: estimate.because ?? 'interval-too-wide' };
    }
    return { kind: 'estimated', ...estimate, observed: rangeOf(weeks) };
}

function familyOf(members: readonly SalesHistory[]): FamilySlopes {
    const weeks = members.map(weeksWithSales);
    return familySlopes(weeks, usableControls(weeks));
}

/** Controls that are neither constant nor a mix of others; the price stays. */
export function usableControls(members: ReadonlyArray<readonly SalesWeek[]>): number[] {
    const count = members[0]![0]!.controls.length;
    const all = Array.from({ length: count }, (_, at) => at);
    const grams = members.map(weeks => gramOf(weeks, all));
    const order = [0, priceColumn, ...all.map(at => at + 2)];
    const { kept } = independentColumns(sumOf(grams), grams[0]!.size, order);
    return kept.filter(column => column > priceColumn).map(column => column - 2);
}

function slopeOf({ mean, variance }: Uncertain, freedom?: number): Slope {
    const half = Math.sqrt(variance) * halfWidth(freedom);
    return { mean, deviation: half / halfWidth(), low: mean - half, high: mean + half };
}

function rangeOf(weeks: readonly SalesWeek[]): PriceRange {
    const prices = weeks.map(({ price }) => price);
    return { low: Math.min(...prices), high: Math.max(...prices) };
}
