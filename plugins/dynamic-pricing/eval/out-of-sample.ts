import { defaultLimits } from '../src/domain/elasticity/elasticity';
import { unfitnessOf } from '../src/domain/elasticity/own-weeks';
import { SalesHistory, weeksWithSales } from '../src/domain/elasticity/sales-history';
import { seededRandom } from '../src/domain/simulation/seeded-random';
import { contenders } from './contenders';
import { withCalendar, within } from './window';

export interface Estimate {
    readonly mean: number;
    readonly low: number;
    readonly high: number;
}

interface ContenderError {
    readonly name: string;
    /** Root of the mean squared error of log units, in later weeks. */
    readonly error: Estimate;
    /** That, less the hierarchical model's: above 0 where the hierarchical one is better. */
    readonly behind: Estimate;
}

export interface Comparison {
    readonly members: number;
    readonly weeks: number;
    readonly errors: readonly ContenderError[];
}

export interface Split {
    readonly train: readonly [number, number];
    readonly test: readonly [number, number];
}

const resamples = 2_000;

type Squares = Map<number, [sum: number, count: number]>;

/**
 * Fits all contenders on earlier weeks of the members whose own weeks are fit, and predicts their later ones, at one
 * split after another.
 */
export function compare(
    families: ReadonlyArray<readonly SalesHistory[]>,
    splits: readonly Split[],
): Comparison {
    const squares = new Map(Object.keys(contenders).map(name => [name, new Map() as Squares]));
    const members = splits.map(split => addSplit(squares, families, split));
    const weeks = [...squares.get('hierarchical')!.keys()];
    const drawn = resampled(weeks);
    const rootOf = (name: string, sample: readonly number[]) => rootMeanSquare(squares.get(name)!, sample);
    const errors = [...squares.keys()].map(name => ({
        name,
        error: estimate(
            rootOf(name, weeks),
            drawn.map(sample => rootOf(name, sample)),
        ),
        behind: estimate(
            rootOf(name, weeks) - rootOf('hierarchical', weeks),
            drawn.map(sample => rootOf(name, sample) - rootOf('hierarchical', sample)),
        ),
    }));
    return { members: Math.max(...members), weeks: weeks.length, errors };
}

function addSplit(
    squares: ReadonlyMap<string, Squares>,
    families: ReadonlyArray<readonly SalesHistory[]>,
    split: Split,
): number {
    let members = 0;
    for (const family of families) {
        const fit = within(family, split.train).filter(history => !unfitnessOf(history, defaultLimits));
        if (fit.length < defaultLimits.minMembers) {
            continue;
        }
        members += fit.length;
        const ids = new Map(fit.map(({ id }, at) => [id, at]));
        const later = withCalendar(family, split.train).filter(({ id }) => ids.has(id));
        for (const [name, train] of Object.entries(contenders)) {
            const predict = train(fit);
            for (const history of later) {
                addSquares(squares.get(name)!, history, split.test, week =>
                    predict(ids.get(history.id)!, week),
                );
            }
        }
    }
    return members;
}

function addSquares(
    squares: Squares,
    history: SalesHistory,
    [first, end]: readonly [number, number],
    predict: (week: SalesHistory['weeks'][number]) => number,
): void {
    for (const week of weeksWithSales(history).filter(({ week }) => week >= first && week < end)) {
        const [sum, count] = squares.get(week.week) ?? [0, 0];
        squares.set(week.week, [sum + (Math.log(week.units) - predict(week)) ** 2, count + 1]);
    }
}

/** Whole weeks are drawn, as all that is sold in one shares its weather (a block bootstrap: Künsch 1989). */
function resampled(weeks: readonly number[]): number[][] {
    const random = seededRandom(1);
    return Array.from({ length: resamples }, () =>
        weeks.map(() => weeks[Math.floor(random() * weeks.length)]!),
    );
}

function rootMeanSquare(
    squares: ReadonlyMap<number, readonly [number, number]>,
    weeks: readonly number[],
): number {
    let [sum, count] = [0, 0];
    for (const week of weeks) {
        const [square, rows] = squares.get(week)!;
        sum += square;
        count += rows;
    }
    return Math.sqrt(sum / count);
}

function estimate(mean: number, draws: readonly number[]): Estimate {
    const sorted = draws.toSorted((a, b) => a - b);
    return {
        mean,
        low: sorted[Math.floor(0.025 * sorted.length)]!,
        high: sorted[Math.ceil(0.975 * sorted.length) - 1]!,
    };
}
