import { EstimatedElasticity } from '../elasticity/elasticity';
import { SalesWeek } from '../elasticity/sales-history';
import { normalDraw } from './seeded-random';

/** A week as it was, with what a unit cost then. */
export interface PastWeek extends SalesWeek {
    /** Net, in the unit of the prices. */
    readonly unitCost: number;
}

interface Terms {
    readonly elasticity: EstimatedElasticity;
    readonly taxRate: number;
    /** Even numbers in 0 ≤ x < 1: the same ones give the same answer. */
    readonly random: () => number;
    /** @default 1000 */
    readonly draws?: number;
    /** How far beyond the observed prices a week is still replayed, as a share of them. @default 0 */
    readonly beyondObserved?: number;
}

export interface Replay<Week extends PastWeek = PastWeek> extends Terms {
    readonly weeks: readonly Week[];
    /** What a rule makes of a week: the price that the shopper would have paid. */
    readonly priceOf: (week: Week) => number;
}

interface Totals {
    readonly units: number;
    /** Net of tax. */
    readonly revenue: number;
    /** Revenue less cost. */
    readonly margin: number;
}

interface Interval {
    readonly mean: number;
    /** 95 % interval. */
    readonly low: number;
    readonly high: number;
}

export interface Replayed {
    /** What happened in the weeks replayed. */
    readonly actual: Totals;
    /** What the rule would have made of them. */
    readonly simulated: Readonly<Record<keyof Totals, Interval>>;
    /** The share of draws in which the rule earns more. */
    readonly chanceToGain: number;
    readonly weeksReplayed: number;
    /** Left out on both sides: a price that is none or lies beyond the observed ones, of which nothing is known. */
    readonly weeksLeftOut: number;
}

/**
 * Replays past weeks at other prices, beside what happened.
 *
 * A week keeps the demand that it had, season, weather and chance, and sells (p / p₀)^ε of it. One draw of the
 * elasticity goes through all weeks, since it is one unknown; each week whose price differs gets a draw of the model's
 * noise, with mean 1 in units (a parametric bootstrap: Efron & Tibshirani, An Introduction to the Bootstrap, 1993, ch. 6).
 * Other products' sales, shoppers who store up and competitors who answer are not in it.
 */
export function simulateHistory<Week extends PastWeek>(replay: Replay<Week>): Replayed {
    const { draws = 1000, taxRate, weeks } = replay;
    const priced = weeks.map(week => ({ week, price: replay.priceOf(week) }));
    const replayed = priced.filter(({ week, price }) => isKnown(replay, week, price));
    const totals = (units: (at: number) => number, price: (at: number) => number): Totals => {
        let sum = { units: 0, revenue: 0, margin: 0 };
        replayed.forEach(({ week }, at) => {
            const [sold, net] = [units(at), price(at) / (1 + taxRate)];
            sum = {
                units: sum.units + sold,
                revenue: sum.revenue + sold * net,
                margin: sum.margin + sold * (net - week.unitCost),
            };
        });
        return sum;
    };
    const actual = totals(
        at => replayed[at]!.week.units,
        at => replayed[at]!.week.price,
    );
    const drawn = Array.from({ length: draws }, () => {
        const slope =
            replay.elasticity.slope.mean + replay.elasticity.slope.deviation * normalDraw(replay.random);
        return totals(
            at => unitsAt(replay, replayed[at]!.week, replayed[at]!.price, slope),
            at => replayed[at]!.price,
        );
    });
    return {
        actual,
        simulated: {
            units: intervalOf(drawn.map(({ units }) => units)),
            revenue: intervalOf(drawn.map(({ revenue }) => revenue)),
            margin: intervalOf(drawn.map(({ margin }) => margin)),
        },
        chanceToGain: drawn.filter(({ margin }) => margin > actual.margin).length / draws,
        weeksReplayed: replayed.length,
        weeksLeftOut: weeks.length - replayed.length,
    };
}

function isKnown({ elasticity, beyondObserved = 0 }: Terms, week: PastWeek, price: number): boolean {
    const { low, high } = elasticity.observed;
    const facts = [week.price, week.units, week.unitCost].every(
        value => Number.isFinite(value) && value >= 0,
    );
    return (
        facts && week.price > 0 && price >= low * (1 - beyondObserved) && price <= high * (1 + beyondObserved)
    );
}

function unitsAt({ elasticity, random }: Terms, week: PastWeek, price: number, slope: number): number {
    if (price === week.price) {
        return week.units;
    }
    const chance = elasticity.noise * normalDraw(random) - elasticity.noise ** 2 / 2;
    return week.units * Math.exp(slope * Math.log(price / week.price) + chance);
}

function intervalOf(values: readonly number[]): Interval {
    const sorted = values.toSorted((a, b) => a - b);
    const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))]!;
    return {
        mean: values.reduce((sum, value) => sum + value, 0) / values.length,
        low: at(0.025),
        high: at(0.975),
    };
}
