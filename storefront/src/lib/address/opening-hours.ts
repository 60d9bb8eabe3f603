/** Days of a week, both included, and times as on a clock of 24 hours. 1 is Monday. */
export interface OpeningHours {
    readonly fromDay: number;
    readonly toDay: number;
    readonly opens: string;
    readonly closes: string;
}

/** Formats are slow to make. */
const formats = new Map<string, { readonly day: Intl.DateTimeFormat; readonly time: Intl.DateTimeFormat }>();

function formatsOf(language: string) {
    const known = formats.get(language) ?? {
        day: new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' }),
        time: new Intl.DateTimeFormat(language, { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' }),
    };
    formats.set(language, known);
    return known;
}

/** The first of January 2024 was a Monday. */
const dayOf = (weekday: number) => new Date(Date.UTC(2024, 0, weekday));

function timeOf(clock: string): Date {
    const [hour = 0, minute = 0] = clock.split(':').map(Number);
    return new Date(Date.UTC(2024, 0, 1, hour, minute));
}

/** `Mon – Fri, 9:30 AM – 6:00 PM`, as the language writes it. @param language - By BCP 47. */
export function writtenHours({ fromDay, toDay, opens, closes }: OpeningHours, language: string): string {
    const { day, time } = formatsOf(language);
    const from = day.format(dayOf(fromDay));
    const days = fromDay === toDay ? from : `${from} – ${day.format(dayOf(toDay))}`;
    return `${days}, ${time.format(timeOf(opens))} – ${time.format(timeOf(closes))}`;
}
