/** How long a way of shipping takes. */
export interface DeliveryTime {
    /** Working days from the order to the first day on which it may arrive. 0: on the same day. */
    readonly minWorkingDays: number;
    /** To the last one. */
    readonly maxWorkingDays: number;
    /** Until when an order counts as of its day, as `15:00`, by the clock of whoever is delivered to. */
    readonly orderBy: string | null;
}

/** What can be wrong with a time that somebody wrote down. */
export type DeliveryTimeProblem = 'DAYS' | 'ORDER' | 'ORDER_BY';

export type DeliveryTimeReading =
    | { readonly ok: true; readonly time: DeliveryTime }
    | { readonly ok: false; readonly problem: DeliveryTimeProblem };

/** Longer than this nobody estimates. */
const MOST_WORKING_DAYS = 250;

/** For a time of day on a clock of 24 hours. */
const TIME_OF_DAY = /^([01]\d|2[0-3]):[0-5]\d$/;

export function readDeliveryTime(written: {
    readonly minWorkingDays?: number;
    readonly maxWorkingDays?: number;
    readonly orderBy?: string | null;
}): DeliveryTimeReading {
    const { minWorkingDays, maxWorkingDays } = written;
    const orderBy = written.orderBy?.trim() || null;
    if (!isDays(minWorkingDays) || !isDays(maxWorkingDays)) {
        return { ok: false, problem: 'DAYS' };
    }
    if (maxWorkingDays < minWorkingDays) {
        return { ok: false, problem: 'ORDER' };
    }
    if (orderBy !== null && !TIME_OF_DAY.test(orderBy)) {
        return { ok: false, problem: 'ORDER_BY' };
    }
    return { ok: true, time: { minWorkingDays, maxWorkingDays, orderBy } };
}

function isDays(value: number | undefined): value is number {
    return value !== undefined && Number.isInteger(value) && value >= 0 && value <= MOST_WORKING_DAYS;
}
