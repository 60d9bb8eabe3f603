import type { DateTimeFormatOptions } from 'next-intl';

/**
 * How a day with its time is written. It is the market's time, which not everybody who reads it lives by, and a market may
 * have several: so it is named.
 */
export const moment = {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
} as const satisfies DateTimeFormatOptions;
