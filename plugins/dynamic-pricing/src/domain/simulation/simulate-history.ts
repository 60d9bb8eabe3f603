import { EstimatedElasticity } from '../elasticity/elasticity';
import { SalesWeek } from '../elasticity/sales-history';
import { normalDraw } from './seeded-random';

/** A week as it was, with what a unit cost then. */
export interface PastWeek extends SalesWeek {
    /** Net, in the unit of the prices. */
    readonly unitCost: number;
}

export interface Terms {
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

export interface Totals {
    readonly units: number;
    /** Net of tax. */
    readonly revenue: number;
    /** Revenue less cost. */
    readonly margin: number;
}

export interface Interval {
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
    const { actual, drawn, weeksReplayed } = drawHistory(replay, [replay.priceOf]);
    const totals = drawn[0]!;
    return {
        actual,
        simulated: intervalsOf(totals),
        chanceToGain: totals.filter(({ margin }) => margin > actual.margin).length / totals.length,
        weeksReplayed,
        weeksLeftOut: replay.weeks.length - weeksReplayed,
    };
}

export interface DrawnHistory {
    readonly actual: Totals;
    /** By way of pricing, then by draw. */
    readonly drawn: readonly (readonly Totals[])[];
    readonly weeksReplayed: number;
}

/**
 * Replays past weeks in several ways at once, by the same draws of elasticity and noise, so that ways can be compared
 * draw by draw. A week is replayed when all its prices lie where something is known.
 */
export function drawHistory<Week extends PastWeek>(
    terms: Terms & { readonly weeks: readonly Week[] },
    ways: readonly ((week: Week) => number)[],
): DrawnHistory {
    const { draws = 1000, taxRate, weeks, elasticity, random } = terms;
    const replayed = weeks
        .map(week => ({ week, prices: ways.map(priceOf => priceOf(week)) }))
        .filter(({ week, prices }) => prices.every(price => isKnown(terms, week, price)));
    const drawn = ways.map((): Totals[] => []);
    for (let draw = 0; draw < draws; draw++) {
        const slope = elasticity.slope.mean + elasticity.slope.deviation * normalDraw(random);
        const sums = ways.map(() => NOTHING);
        for (const { week, prices } of replayed) {
            const chance = prices.some(price => price !== week.price) ? chanceOf(terms) : 0;
            prices.forEach((price, way) => {
                const units = unitsAt(week, price, slope, chance);
                sums[way] = plus(sums[way]!, totalsOf(week, units, price, taxRate));
            });
        }
        sums.forEach((sum, way) => drawn[way]!.push(sum));
    }
    const actual = replayed
        .map(({ week }) => totalsOf(week, week.units, week.price, taxRate))
        .reduce(plus, NOTHING);
    return { actual, drawn, weeksReplayed: replayed.length };
}

export const NOTHING: Totals = { units: 0, revenue: 0, margin: 0 };

export function plus(a: Totals, b: Totals): Totals {
    return { units: a.units + b.units, revenue: a.revenue + b.revenue, margin: a.margin + b.margin };
}

export function intervalsOf(totals: readonly Totals[]): Readonly<Record<keyof Totals, Interval>> {
    return {
        units: intervalOf(totals.map(({ units }) => units)),
        revenue: intervalOf(totals.map(({ revenue }) => revenue)),
        margin: intervalOf(totals.map(({ margin }) => margin)),
    };
}

function totalsOf({ unitCost }: PastWeek, units: number, price: number, taxRate: number): Totals {
    const net = price / (1 + taxRate);
    return { units, revenue: units * net, margin: units * (net - unitCost) };
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

/** The model's noise of one week, with mean 1 in units once it is an exponent. */
function chanceOf({ elasticity, random }: Terms): number {
    return elasticity.noise * normalDraw(random) - elasticity.noise ** 2 / 2;
}

function unitsAt(week: PastWeek, price: number, slope: number, chance: number): number {
    return price === week.price
        ? week.units
        : week.units * Math.exp(slope * Math.log(price / week.price) + chance);
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
