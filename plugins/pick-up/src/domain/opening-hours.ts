/** From one day of a week to another, both included, the doors are open between two times. */
export interface OpeningHours {
    /** 1 is Monday, 7 Sunday. */
    readonly fromDay: number;
    readonly toDay: number;
    /** As on a clock of 24 hours: `09:30`. */
    readonly opens: string;
    readonly closes: string;
}

export type HoursReading =
    | { readonly ok: true; readonly hours: readonly OpeningHours[] }
    /** `part` is the first that can't be read. */
    | { readonly ok: false; readonly part: string };

const DAYS = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'];
const CLOCK = String.raw`([01]\d|2[0-3]):[0-5]\d`;
const PART = new RegExp(
    `^(?<from>[A-Z][a-z])(?:-(?<to>[A-Z][a-z]))? (?<opens>${CLOCK})-(?<closes>${CLOCK}|24:00)$`,
);

/**
 * Reads opening hours as schema.org writes them, with semicolons between: `Mo-Fr 09:30-18:00; Sa 10:00-16:00`. Days
 * have the first two letters of their English names.
 */
export function readOpeningHours(text: string): HoursReading {
    const hours: OpeningHours[] = [];
    const parts = text.split(';').map(part => part.trim().replace(/\s+/g, ' '));
    for (const part of parts.filter(each => each !== '')) {
        const read = readPart(part);
        if (!read) {
            return { ok: false, part };
        }
        hours.push(read);
    }
    return { ok: true, hours };
}

function readPart(part: string): OpeningHours | undefined {
    const { from = '', to = from, opens = '', closes = '' } = PART.exec(part)?.groups ?? {};
    const [fromDay, toDay] = [DAYS.indexOf(from) + 1, DAYS.indexOf(to) + 1];
    return fromDay > 0 && toDay >= fromDay && opens < closes ? { fromDay, toDay, opens, closes } : undefined;
}
