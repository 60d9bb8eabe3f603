const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How far away a moment is, as `Intl.RelativeTimeFormat` takes it: in days, near by in hours or minutes. */
export function distance(milliseconds: number): readonly [value: number, unit: 'minute' | 'hour' | 'day'] {
    const far = Math.abs(milliseconds);
    const [unit, length] =
        far < 2 * HOUR
            ? (['minute', MINUTE] as const)
            : far < 2 * DAY
              ? (['hour', HOUR] as const)
              : (['day', DAY] as const);
    return [Math.trunc(milliseconds / length), unit];
}
