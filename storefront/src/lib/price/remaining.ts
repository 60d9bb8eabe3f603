/** How long something still lasts, in whole parts of a clock. */
export interface Remaining {
    readonly days: number;
    readonly hours: number;
    readonly minutes: number;
    readonly seconds: number;
}

/** @returns `undefined` once it is over. A second that has begun counts, so that 0:00 is never shown. */
export function remaining(endsAt: number, now: number): Remaining | undefined {
    if (!(endsAt > now)) {
        return undefined;
    }
    const seconds = Math.ceil((endsAt - now) / 1000);
    return {
        days: Math.floor(seconds / 86_400),
        hours: Math.floor(seconds / 3_600) % 24,
        minutes: Math.floor(seconds / 60) % 60,
        seconds: seconds % 60,
    };
}
