import type { Elasticity } from '../elasticity/elasticity';
import {
    drawHistory,
    type Interval,
    intervalsOf,
    NOTHING,
    type PastWeek,
    plus,
    type Totals,
} from './simulate-history';

/** One variant's past, and the two prices that each week is replayed at. */
export interface VariantPast<Week extends PastWeek> {
    readonly elasticity: Elasticity;
    /** Whether a margin can be told. */
    readonly isCostKnown: boolean;
    readonly weeks: readonly Week[];
    /** Without the rule. */
    readonly todaysPrice: number;
    /** What rule and guards make of a week. */
    readonly rulePriceOf: (week: Week) => number;
}

type Figures = Readonly<Record<keyof Totals, Interval>>;

/** Why a variant's past can't tell. */
type Untold =
    Extract<Elasticity, { kind: 'insufficient-data' }>['reason'] | 'cost-unknown' | 'prices-never-seen';

export interface SimulatedRule {
    readonly variants: number;
    readonly variantsTold: number;
    readonly untold: readonly { readonly reason: Untold; readonly variants: number }[];
    readonly weeksReplayed: number;
    /** Null when no variant's past can tell: then there is no number to give. */
    readonly told: {
        readonly today: Figures;
        readonly withRule: Figures;
        /** Draw by draw, with the rule less without it. */
        readonly difference: Figures;
        /** The share of draws in which the rule earns more. */
        readonly chanceToGain: number;
    } | null;
}

const DRAWS = 300;

/**
 * What a rule would have made of past weeks, beside what today's prices would have: summed over variants, draw by
 * draw, so that the difference has an interval of its own. Variants whose sales or costs are not enough are counted,
 * and are in no figure.
 */
export function simulateRule<Week extends PastWeek>(
    pasts: readonly VariantPast<Week>[],
    random: () => number,
): SimulatedRule {
    const sums = Array.from({ length: DRAWS }, () => ({ today: NOTHING, withRule: NOTHING }));
    const untold = new Map<Untold, number>();
    let [variantsTold, weeksReplayed] = [0, 0];
    for (const past of pasts) {
        const reason = tell(past);
        if (reason !== null) {
            untold.set(reason, (untold.get(reason) ?? 0) + 1);
        }
    }
    return {
        variants: pasts.length,
        variantsTold,
        untold: [...untold].map(([reason, variants]) => ({ reason, variants })),
        weeksReplayed,
        told: variantsTold === 0 ? null : figuresOf(sums),
    };

    /** Adds a variant to the sums. @returns Why not, or null. */
    function tell({
        elasticity,
        isCostKnown,
        weeks,
        todaysPrice,
        rulePriceOf,
    }: VariantPast<Week>): Untold | null {
        if (elasticity.kind === 'insufficient-data') {
            return elasticity.reason;
        }
        if (!isCostKnown) {
            return 'cost-unknown';
        }
        const history = drawHistory({ elasticity, weeks, taxRate: 0, random, draws: DRAWS }, [
            () => todaysPrice,
            rulePriceOf,
        ]);
        if (history.weeksReplayed === 0) {
            return 'prices-never-seen';
        }
        variantsTold += 1;
        weeksReplayed += history.weeksReplayed;
        sums.forEach((sum, draw) => {
            sum.today = plus(sum.today, history.drawn[0]![draw]!);
            sum.withRule = plus(sum.withRule, history.drawn[1]![draw]!);
        });
        return null;
    }
}

function figuresOf(sums: readonly { readonly today: Totals; readonly withRule: Totals }[]) {
    return {
        today: intervalsOf(sums.map(({ today }) => today)),
        withRule: intervalsOf(sums.map(({ withRule }) => withRule)),
        difference: intervalsOf(
            sums.map(({ today, withRule }) => ({
                units: withRule.units - today.units,
                revenue: withRule.revenue - today.revenue,
                margin: withRule.margin - today.margin,
            })),
        ),
        chanceToGain:
            sums.filter(({ today, withRule }) => withRule.margin > today.margin).length / sums.length,
    };
}
