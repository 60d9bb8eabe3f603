import { DateTime } from 'luxon';

/** Two stretches of time of equal length on the clock: today so far, and the same weekday last week. */
export interface TodayWindow {
    readonly from: Date;
    readonly until: Date;
    readonly comparedFrom: Date;
    readonly comparedUntil: Date;
}

/**
 * Today from midnight until `now`, and last week's same weekday from midnight until the same time of day, both on
 * the clocks of `timeZone`. Where a clock change lies between, the two differ by an hour in absolute time, and
 * agree on the clock, which is what a shop compares.
 *
 * @param timeZone - IANA name, e.g. `Europe/Berlin`.
 * @throws Error for a name that is no time zone.
 */
export function todayWindow(now: Date, timeZone: string): TodayWindow {
    const until = DateTime.fromJSDate(now, { zone: timeZone });
    if (!until.isValid) {
        throw new Error(`"${timeZone}" is not a time zone: ${until.invalidExplanation ?? 'unknown'}.`);
    }
    const lastWeek = until.minus({ weeks: 1 });
    return {
        from: until.startOf('day').toJSDate(),
        until: now,
        comparedFrom: lastWeek.startOf('day').toJSDate(),
        comparedUntil: lastWeek.toJSDate(),
    };
}
