import { EstimatedElasticity, PriceRange } from '../elasticity/elasticity';
import { normalShareBelow } from '../elasticity/normal';

export interface PriceQuestion {
    readonly elasticity: EstimatedElasticity;
    /** Net, in the unit of the prices. */
    readonly unitCost: number;
    /** As the shopper pays it. */
    readonly currentPrice: number;
    /** Share that goes on top of the net price: 0.19. */
    readonly taxRate: number;
    /** What the guards make of a price: its floor, ceiling, rounding, greatest change. */
    readonly clamp: (price: number) => number;
    /** How far beyond the observed prices a proposal may lie, as a share of them. @default 0 */
    readonly beyondObserved?: number;
}

/** Margin per unit that is sold now, as demand moves with the price. */
interface ExpectedMargin {
    readonly expected: number;
    /** At the ends of the elasticity's 95 % interval. */
    readonly low: number;
    readonly high: number;
}

export type PriceProposal =
    | {
          readonly kind: 'proposed';
          readonly price: number;
          readonly margin: ExpectedMargin;
          readonly marginNow: number;
          /** How likely the elasticity is one at which this price earns more than the current one. */
          readonly chanceToGain: number;
          /** The best price is the last one that may be looked at: a better one may lie beyond. */
          readonly atTheEdge: boolean;
      }
    | {
          readonly kind: 'refused';
          /**
           * `demand-too-steady`: it may be that every rise earns more, and no ceiling stands where prices were observed.
           * `no-price-within-guards`: guards and observed prices leave none, or the question has none.
           */
          readonly reason: 'demand-too-steady' | 'no-price-within-guards';
      };

const candidatesOf = 400;

/**
 * The price with the highest expected margin among those that guards and observed prices leave.
 *
 * At a constant elasticity ε a price p sells (p / p₀)^ε of what p₀ sells. With ε ~ N(μ, s²) the expectation of that is
 * exp(μ d + s² d² / 2), d = log(p / p₀): the moment generating function, exact. Without uncertainty the optimum is
 * Lerner's, net p = cost · ε / (1 + ε) (Review of Economic Studies 1, 1934). From −1 upwards there is none: each rise
 * earns more, for ever, which no shopper has ever borne out.
 */
export function bestPrice(question: PriceQuestion): PriceProposal {
    const { elasticity, currentPrice, clamp, beyondObserved = 0 } = question;
    const range = widened(elasticity.observed, beyondObserved);
    if (!isUsable(question)) {
        return { kind: 'refused', reason: 'no-price-within-guards' };
    }
    if (elasticity.slope.high >= -1 && !(clamp(2 * range.high) <= elasticity.observed.high)) {
        return { kind: 'refused', reason: 'demand-too-steady' };
    }
    const candidates = candidatesWithin(range, currentPrice, clamp);
    if (candidates.length === 0) {
        return { kind: 'refused', reason: 'no-price-within-guards' };
    }
    const margins = candidates.map(price => expectedMargin(question, price));
    const best = margins.reduce((at, { expected }, i) => (expected > margins[at]!.expected ? i : at), 0);
    const price = candidates[best]!;
    return {
        kind: 'proposed',
        price,
        margin: margins[best]!,
        marginNow: unitMargin(question, currentPrice),
        chanceToGain: chanceToGain(question, price),
        atTheEdge: best === 0 || best === candidates.length - 1,
    };
}

function isUsable({
    elasticity,
    unitCost,
    currentPrice,
    taxRate,
    beyondObserved = 0,
}: PriceQuestion): boolean {
    const { mean, deviation } = elasticity.slope;
    return (
        [mean, deviation, unitCost, currentPrice, taxRate, beyondObserved].every(Number.isFinite) &&
        unitCost >= 0 &&
        currentPrice > 0 &&
        taxRate >= 0 &&
        beyondObserved >= 0 &&
        beyondObserved < 1
    );
}

function widened({ low, high }: PriceRange, share: number): PriceRange {
    return { low: low * (1 - share), high: high * (1 + share) };
}

/** Ascending; guards may move a price out of the observed ones, and then it is none. */
function candidatesWithin(
    { low, high }: PriceRange,
    current: number,
    clamp: (price: number) => number,
): number[] {
    const step = Math.log(high / low) / (candidatesOf - 1);
    const looked = Array.from({ length: candidatesOf }, (_, at) => low * Math.exp(step * at));
    const clamped = [low, high, current, ...looked].map(clamp);
    const within = clamped.filter(price => price > 0 && price >= low && price <= high);
    return [...new Set(within)].sort((a, b) => a - b);
}

function expectedMargin(question: PriceQuestion, price: number): ExpectedMargin {
    const { mean, deviation, low, high } = question.elasticity.slope;
    const distance = Math.log(price / question.currentPrice);
    const perUnit = unitMargin(question, price);
    const ends = [low, high].map(slope => perUnit * Math.exp(slope * distance));
    return {
        expected: perUnit * Math.exp(mean * distance + (deviation * distance) ** 2 / 2),
        low: Math.min(...ends),
        high: Math.max(...ends),
    };
}

function unitMargin({ unitCost, taxRate }: PriceQuestion, price: number): number {
    return price / (1 + taxRate) - unitCost;
}

/** The gain turns at the one slope where both prices earn the same. */
function chanceToGain(question: PriceQuestion, price: number): number {
    const { mean, deviation } = question.elasticity.slope;
    const distance = Math.log(price / question.currentPrice);
    const [now, then] = [unitMargin(question, question.currentPrice), unitMargin(question, price)];
    if (distance === 0 || then <= 0) {
        return distance !== 0 && then > now && now < 0 && then === 0 ? 1 : 0;
    }
    if (now <= 0) {
        return 1;
    }
    const even = Math.log(now / then) / distance;
    const above = deviation > 0 ? 1 - normalShareBelow((even - mean) / deviation) : Number(mean > even);
    return distance > 0 ? above : 1 - above;
}
