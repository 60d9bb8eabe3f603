/** Languages that every market speaks. */
export const languages = ['en', 'de', 'fr'] as const;
export type Language = (typeof languages)[number];

/** A market is a Vendure channel; its code is the channel's token. */
export const marketCodes = ['us', 'gb', 'de', 'fr'] as const;
export type MarketCode = (typeof marketCodes)[number];

export interface Market {
    readonly code: MarketCode;
    /** ISO 4217. */
    readonly currency: 'USD' | 'GBP' | 'EUR';
    /** ISO 3166-1, preselected in address forms. */
    readonly country: string;
    /** By its IANA name; of several in the country that of the most people. */
    readonly timeZone: string;
    /** Whether shoppers expect prices with tax. Without, tax is added at checkout. */
    readonly showsTax: boolean;
    /** The language that the market's own address speaks. */
    readonly language: Language;
}

export const markets: Readonly<Record<MarketCode, Market>> = {
    us: {
        code: 'us',
        currency: 'USD',
        country: 'US',
        timeZone: 'America/New_York',
        showsTax: false,
        language: 'en',
    },
    gb: {
        code: 'gb',
        currency: 'GBP',
        country: 'GB',
        timeZone: 'Europe/London',
        showsTax: true,
        language: 'en',
    },
    de: {
        code: 'de',
        currency: 'EUR',
        country: 'DE',
        timeZone: 'Europe/Berlin',
        showsTax: true,
        language: 'de',
    },
    fr: {
        code: 'fr',
        currency: 'EUR',
        country: 'FR',
        timeZone: 'Europe/Paris',
        showsTax: true,
        language: 'fr',
    },
};
