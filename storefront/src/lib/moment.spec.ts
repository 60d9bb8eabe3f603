import { createFormatter } from 'next-intl';
import { describe, expect, it } from 'vitest';
import { parseLocale, type Locale } from '@/lib/market/locale';
import { marketCodes, markets } from '@/lib/market/market';
import { moment } from './moment';

/** In the market's time, as every page gets it. */
function written(locale: Locale, at: string): string {
    const format = createFormatter({ locale, timeZone: parseLocale(locale).market.timeZone });
    // Some of the spaces are narrow ones.
    return format.dateTime(new Date(at), moment).replaceAll(/\s/g, ' ');
}

describe('a day with its time', () => {
    it.each([
        ['en-us', '2026-07-01T12:05:00Z', 'Jul 1, 2026, 8:05 AM EDT'],
        ['en-us', '2026-01-02T03:05:00Z', 'Jan 1, 2026, 10:05 PM EST'],
        ['en-gb', '2026-07-01T12:05:00Z', '1 Jul 2026, 13:05 BST'],
        ['de-de', '2026-07-01T12:05:00Z', '1. Juli 2026, 14:05 MESZ'],
        ['fr-fr', '2026-01-01T12:05:00Z', '1 janv. 2026, 13:05 UTC+1'],
    ] as const)('is the market’s in %s, and says so', (locale, at, expected) => {
        expect(written(locale, at)).toBe(expected);
    });

    it.each(marketCodes)('is written in a time zone that there is in %s', code => {
        expect(Intl.supportedValuesOf('timeZone')).toContain(markets[code].timeZone);
    });
});
