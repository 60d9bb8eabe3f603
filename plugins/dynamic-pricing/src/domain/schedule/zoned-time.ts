/** A day of the calendar. `weekday` is 1 for Monday to 7 for Sunday. */
export interface Day {
    readonly year: number;
    readonly month: number;
    readonly day: number;
    readonly weekday: number;
}

const DAY = 86_400_000;

export function addDays({ year, month, day }: Day, days: number): Day {
    return dayOf(Date.UTC(year, month - 1, day) + days * DAY);
}

/** The day that it is in a time zone. */
export function inZone(moment: Date, timeZone: string): Day {
    return dayOf(moment.getTime() + offset(moment, timeZone));
}

/**
 * The moment at which clocks in a time zone show this. A time that is skipped when clocks go forward counts as the
 * same stretch after the change; of one that comes twice, the first.
 *
 * @param time - `HH:MM`.
 */
export function zonedToUtc({ year, month, day }: Day, time: string, timeZone: string): Date {
    const [hours = 0, minutes = 0] = time.split(':').map(Number);
    const shown = Date.UTC(year, month - 1, day, hours, minutes);
    const before = new Date(shown - offset(new Date(shown - DAY), timeZone));
    const isBefore = before.getTime() + offset(before, timeZone) === shown;
    return isBefore ? before : new Date(shown - offset(new Date(shown + DAY), timeZone));
}

export function isTimeZone(timeZone: string): boolean {
    try {
        return Boolean(new Intl.DateTimeFormat('en', { timeZone }));
    } catch {
        return false;
    }
}

/** How far the zone's clocks are ahead of UTC, in milliseconds. */
function offset(moment: Date, timeZone: string): number {
    const parts = new Intl.DateTimeFormat('en-US', {
        timeZone,
        hourCycle: 'h23',
        year: 'numeric',
        month: 'numeric',
        day: 'numeric',
        hour: 'numeric',
        minute: 'numeric',
        second: 'numeric',
    }).formatToParts(moment);
    const read = (type: string) => Number(parts.find(part => part.type === type)?.value);
    const shown = Date.UTC(
        read('year'),
        read('month') - 1,
        read('day'),
        read('hour'),
        read('minute'),
        read('second'),
    );
    return shown - Math.floor(moment.getTime() / 1000) * 1000;
}

function dayOf(milliseconds: number): Day {
    const date = new Date(milliseconds);
    return {
        year: date.getUTCFullYear(),
        month: date.getUTCMonth() + 1,
        day: date.getUTCDate(),
        weekday: date.getUTCDay() || 7,
    };
}
