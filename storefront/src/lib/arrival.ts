/** How long a way of shipping takes, as the Shop API tells it. */
export interface DeliveryTime {
    readonly minWorkingDays: number;
    readonly maxWorkingDays: number;
    /** Until when an order counts as of its day, as `15:00`. */
    readonly orderBy: string | null;
}

/** Days, as midnight of UTC: they are days wherever they are read. */
export interface Arrival {
    readonly from: Date;
    readonly to: Date;
}

/**
 * On which days an order arrives that is placed now. Working days are Monday to Friday; what is ordered on any other day, or
 * too late on one, counts as of the next.
 *
 * @param timeZone - Of where it arrives, by its IANA name.
 */
export function arrivalOf(time: DeliveryTime, now: Date, timeZone: string): Arrival {
    const { day, clock } = localTime(now, timeZone);
    const isInTime = isWorkingDay(day) && (time.orderBy === null || clock < time.orderBy);
    const start = isInTime ? day : workingDaysAfter(day, 1);
    return {
        from: workingDaysAfter(start, time.minWorkingDays),
        to: workingDaysAfter(start, time.maxWorkingDays),
    };
}

/** The day there, and the time as on a clock of 24 hours. */
function localTime(now: Date, timeZone: string): { day: Date; clock: string } {
    const format = new Intl.DateTimeFormat('en', {
        ...{ timeZone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric' },
        ...{ hour: '2-digit', minute: '2-digit' },
    });
    const parts = Object.fromEntries(format.formatToParts(now).map(({ type, value }) => [type, value]));
    const { year, month, day, hour, minute } = parts;
    return {
        day: new Date(Date.UTC(Number(year), Number(month) - 1, Number(day))),
        clock: `${hour}:${minute}`,
    };
}

function workingDaysAfter(day: Date, count: number): Date {
    const reached = new Date(day);
    for (let left = count; left > 0;) {
        reached.setUTCDate(reached.getUTCDate() + 1);
        left -= isWorkingDay(reached) ? 1 : 0;
    }
    return reached;
}

function isWorkingDay(day: Date): boolean {
    return day.getUTCDay() >= 1 && day.getUTCDay() <= 5;
}

const written = { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' } as const;

/** `Tue, 1 – Thu, 3 Dec`, as the language writes it. @param language - By BCP 47. */
export function writtenArrival({ from, to }: Arrival, language: string): string {
    return new Intl.DateTimeFormat(language, written).formatRange(from, to);
}
