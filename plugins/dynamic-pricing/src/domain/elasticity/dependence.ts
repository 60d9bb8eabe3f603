import { Gram, priceColumn } from './gram';
import { MixedModel } from './mixed-model';
import { SalesWeek } from './sales-history';

/** How many times more a slope varies than it would if weeks had nothing to do with each other; 1 and more. */
export interface Dependence {
    /** As one week of a member is like its week before: prices stay, and so does what else moves sales. */
    readonly within: number;
    /** As a week is like itself for all members: their prices move together, and the weather is everybody's. */
    readonly across: number;
}

/** Weeks over which a member may be like itself. */
const lags = 6;

/**
 * Design effects of the family's slope, from each week's price times what the model leaves unexplained: within a member
 * with Bartlett's weights (Newey & West, Econometrica 55, 1987), across members by week (Liang & Zeger, Biometrika 73,
 * 1986).
 */
export function dependenceOf(
    members: ReadonlyArray<readonly SalesWeek[]>,
    grams: readonly Gram[],
    controls: readonly number[],
    model: MixedModel,
): Dependence {
    const scores = members.map((weeks, at) =>
        scoresOf(weeks, grams[at]!, controls, model, model.members[at]!),
    );
    const byWeek = new Map<number, number>();
    let [apart, within] = [0, 0];
    for (const own of scores) {
        for (const [week, score] of own) {
            apart += score ** 2;
            byWeek.set(week, (byWeek.get(week) ?? 0) + score);
            for (let lag = 1; lag <= lags; lag++) {
                within += 2 * (1 - lag / (lags + 1)) * score * (own.get(week - lag) ?? 0);
            }
        }
    }
    if (apart === 0) {
        return { within: 1, across: 1 };
    }
    const across = [...byWeek.values()].reduce((sum, score) => sum + score ** 2, 0);
    return { within: Math.max(1, 1 + within / apart), across: Math.max(1, across / apart) };
}

function scoresOf(
    weeks: readonly SalesWeek[],
    { meanLogPrice }: Gram,
    controls: readonly number[],
    { fixed }: MixedModel,
    { level, slope }: MixedModel['members'][number],
): Map<number, number> {
    return new Map(
        weeks.map(week => {
            const price = Math.log(week.price) - meanLogPrice;
            const controlled = controls.reduce((sum, column, at) => {
                return sum + week.controls[column]! * fixed[priceColumn + 1 + at]!;
            }, 0);
            return [week.week, price * (Math.log(week.units) - level - slope.mean * price - controlled)];
        }),
    );
}

/** A gram that knows as much as its weeks would if they had nothing to do with each other. */
export function thinned(gram: Gram, within: number): Gram {
    return { ...gram, weeks: gram.weeks / within, products: gram.products.map(product => product / within) };
}
