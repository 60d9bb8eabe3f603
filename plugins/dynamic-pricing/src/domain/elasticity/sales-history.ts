/** What one product sold in one week at one price, in one channel and currency. */
export interface SalesWeek {
    /** Counted up, without jumps at the turn of a year. */
    readonly week: number;
    /** Per unit as the shopper pays it, in any unit that stays the same through all weeks. Above 0. */
    readonly price: number;
    /** 0 for a week in which the product could be bought and was not. */
    readonly units: number;
    /** What else moved sales: deal, feature, the columns of `calendarControls`. The same columns in all weeks. */
    readonly controls: readonly number[];
}

export interface SalesHistory {
    readonly id: string;
    readonly weeks: readonly SalesWeek[];
}

/** Weeks that a logarithm can be taken of. Returns, empty weeks and prices that are none drop out. */
export function weeksWithSales(history: SalesHistory): readonly SalesWeek[] {
    return history.weeks.filter(({ price, units, controls }) => {
        return isPositive(price) && isPositive(units) && controls.every(Number.isFinite);
    });
}

function isPositive(value: number): boolean {
    return Number.isFinite(value) && value > 0;
}
