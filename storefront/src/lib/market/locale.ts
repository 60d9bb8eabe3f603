import { languages, marketCodes, markets, type Language, type Market, type MarketCode } from './market';

/** The path segment that names language and market, e.g. `en-de`: in English, delivered in Germany. */
export type Locale = `${Language}-${MarketCode}`;

export const locales: readonly Locale[] = languages.flatMap(language =>
    marketCodes.map(market => `${language}-${market}` as const),
);

export const defaultLocale: Locale = 'en-us';

export function isLocale(value: string | undefined): value is Locale {
    return locales.some(locale => locale === value);
}

/**
 * @param value - A path segment that was checked before, by the router or `isLocale`.
 * @throws RangeError for anything else.
 */
export function parseLocale(value: string): { locale: Locale; language: Language; market: Market } {
    if (!isLocale(value)) {
        throw new RangeError(`"${value}" names no language and market of this shop`);
    }
    const [language, market] = value.split('-') as [Language, MarketCode];
    return { locale: value, language, market: markets[market] };
}

/** As BCP 47 writes it, for `lang` attributes and hreflang: `en-us` is `en-US`. */
export function languageTag(locale: Locale): string {
    const [language, region = ''] = locale.split('-');
    return `${language}-${region.toUpperCase()}`;
}

/**
 * The address that a browser's Accept-Language asks for. A region that is a market wins; otherwise the language
 * decides, and takes its own market: `de-AT` shops in `de-de`.
 */
export function preferredLocale(acceptLanguage: string | null): Locale {
    for (const tag of languagesByWeight(acceptLanguage ?? '')) {
        if (isLocale(tag)) {
            return tag;
        }
        const language = languages.find(candidate => candidate === tag.split('-')[0]);
        if (language) {
            return ownMarket(language, tag.split('-')[1]);
        }
    }
    return defaultLocale;
}

/** English is spoken far from home: outside the Americas it means the British market. */
function ownMarket(language: Language, region: string | undefined): Locale {
    switch (language) {
        case 'de':
            return 'de-de';
        case 'fr':
            return 'fr-fr';
        case 'en':
            return region === undefined || region === 'ca' ? 'en-us' : 'en-gb';
    }
}

function languagesByWeight(header: string): string[] {
    return header
        .split(',')
        .map(entry => {
            const [tag = '', ...parameters] = entry.trim().toLowerCase().split(';');
            const weight = parameters.find(parameter => parameter.trim().startsWith('q='));
            return { tag: tag.trim(), weight: weight ? Number(weight.split('=')[1]) : 1 };
        })
        .filter(({ tag, weight }) => tag !== '' && weight > 0)
        .sort((a, b) => b.weight - a.weight)
        .map(({ tag }) => tag);
}
