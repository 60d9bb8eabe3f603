import { useDisplayLocale } from '@vendure/dashboard';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Writes a time in the largest unit that still says enough, such as "50 minutes", "30 hours" or "3 days". */
export function useDuration(): (milliseconds: number) => string {
    const { bcp47Tag } = useDisplayLocale();
    return milliseconds => {
        const [unit, length] =
            milliseconds < 2 * HOUR
                ? (['minute', MINUTE] as const)
                : milliseconds < 2 * DAY
                  ? (['hour', HOUR] as const)
                  : (['day', DAY] as const);
        return new Intl.NumberFormat(bcp47Tag, { style: 'unit', unit, unitDisplay: 'long' }).format(
            Math.floor(milliseconds / length),
        );
    };
}
