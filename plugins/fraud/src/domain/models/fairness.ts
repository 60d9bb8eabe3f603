/** Good orders that would be stopped, for one group of customers. */
export interface GroupRate {
    readonly group: string;
    readonly goodOrders: number;
    readonly stopped: number;
    readonly rate: number;
    /** With 95 % confidence. */
    readonly from: number;
    readonly to: number;
    /** Whether its false positives differ from the other groups' by more than chance explains. */
    readonly differs: boolean;
}

/**
 * False positive rates by group, at the threshold that would stop an order: Wilson intervals; `differs` where the
 * interval of the group and that of all others have nothing in common. Compares, and explains nothing: a group may
 * differ because fraud looks like its habits.
 */
export function falsePositiveRates(
    cases: ReadonlyArray<{ readonly group: string; readonly stopped: boolean; readonly fraud: boolean }>,
): GroupRate[] {
    const good = cases.filter(({ fraud }) => !fraud);
    const all = { count: good.length, stopped: good.filter(({ stopped }) => stopped).length };
    return [...new Set(good.map(({ group }) => group))].sort().map(group => {
        const own = good.filter(of => of.group === group);
        const stopped = own.filter(of => of.stopped).length;
        const here = wilson(stopped, own.length);
        const others = wilson(all.stopped - stopped, all.count - own.length);
        return {
            group,
            goodOrders: own.length,
            stopped,
            rate: stopped / own.length,
            ...here,
            differs: here.from > others.to || here.to < others.from,
        };
    });
}

/** The customer's account by age, since new customers have least to show for themselves. */
export function accountAgeBand(days: number | undefined): string {
    if (days === undefined) {
        return 'guest';
    }
    return days < 7 ? 'under 7 days' : days < 90 ? '7 to 90 days' : '90 days and more';
}

/** Wilson's score interval (1927) with 95 % confidence; 0 to 1 for no cases. */
export function wilson(successes: number, cases: number): { from: number; to: number } {
    if (cases === 0) {
        return { from: 0, to: 1 };
    }
    const z2 = 1.959964 ** 2;
    const rate = successes / cases;
    const centre = rate + z2 / (2 * cases);
    const half = Math.sqrt(z2 * ((rate * (1 - rate)) / cases + z2 / (4 * cases * cases)));
    const scale = 1 + z2 / cases;
    return { from: Math.max(0, (centre - half) / scale), to: Math.min(1, (centre + half) / scale) };
}
