/** Languages that every market speaks. */
export const languages = ['en', 'de', 'fr'] as const;
export type Language = (typeof languages)[number];

/** A text in each language of the shop. */
export type Localised = Readonly<Record<Language, string>>;

export const marketCodes = ['us', 'gb', 'de', 'fr'] as const;
export type MarketCode = (typeof marketCodes)[number];

type Currency = 'USD' | 'GBP' | 'EUR';

/** Tax categories by what they are for. Plants are taxed less than other goods in Germany and France. */
export const taxClasses = ['standard', 'plants'] as const;
export type TaxClass = (typeof taxClasses)[number];

/** One country that the shop sells to, and the Vendure channel of the same code and token. */
export interface Market {
    readonly code: MarketCode;
    readonly currency: Currency;
    readonly language: Language;
    readonly country: { readonly code: string; readonly name: Localised };
    /** Name of the tax and shipping zone. */
    readonly zone: string;
    /** Whether prices are kept and shown with tax. */
    readonly pricesIncludeTax: boolean;
    /** Percent. */
    readonly taxRates: Readonly<Record<TaxClass, number>>;
    /** Percent on shipping. */
    readonly shippingTaxRate: number;
    /** In minor units of the market's currency, with tax where the market shows it. */
    readonly shippingPrices: Readonly<Record<ShippingCode, number>>;
}

export const shippingCodes = ['standard', 'express', 'collect'] as const;
export type ShippingCode = (typeof shippingCodes)[number];

export const markets: readonly Market[] = [
    {
        code: 'us',
        currency: 'USD',
        language: 'en',
        country: { code: 'US', name: { en: 'United States', de: 'Vereinigte Staaten', fr: 'États-Unis' } },
        zone: 'United States',
        pricesIncludeTax: false,
        taxRates: { standard: 7.25, plants: 7.25 },
        shippingTaxRate: 0,
        shippingPrices: { standard: 695, express: 1495, collect: 0 },
    },
    {
        code: 'gb',
        currency: 'GBP',
        language: 'en',
        country: {
            code: 'GB',
            name: { en: 'United Kingdom', de: 'Vereinigtes Königreich', fr: 'Royaume-Uni' },
        },
        zone: 'United Kingdom',
        pricesIncludeTax: true,
        taxRates: { standard: 20, plants: 20 },
        shippingTaxRate: 20,
        shippingPrices: { standard: 395, express: 895, collect: 0 },
    },
    {
        code: 'de',
        currency: 'EUR',
        language: 'de',
        country: { code: 'DE', name: { en: 'Germany', de: 'Deutschland', fr: 'Allemagne' } },
        zone: 'Germany',
        pricesIncludeTax: true,
        taxRates: { standard: 19, plants: 7 },
        shippingTaxRate: 19,
        shippingPrices: { standard: 490, express: 990, collect: 0 },
    },
    {
        code: 'fr',
        currency: 'EUR',
        language: 'fr',
        country: { code: 'FR', name: { en: 'France', de: 'Frankreich', fr: 'France' } },
        zone: 'France',
        pricesIncludeTax: true,
        taxRates: { standard: 20, plants: 10 },
        shippingTaxRate: 20,
        shippingPrices: { standard: 590, express: 1190, collect: 0 },
    },
];

export const taxClassNames: Readonly<Record<TaxClass, string>> = {
    standard: 'Standard rate',
    plants: 'Plants',
};

export const shippingTexts: Readonly<
    Record<
        ShippingCode,
        {
            readonly name: Localised;
            readonly description: Localised;
            /** As `@efi/delivery-time-plugin` keeps it. */
            readonly time?: {
                readonly minWorkingDays: number;
                readonly maxWorkingDays: number;
                readonly orderBy: string | null;
            };
        }
    >
> = {
    standard: {
        name: { en: 'Standard delivery', de: 'Standardversand', fr: 'Livraison standard' },
        description: {
            en: 'At your door in three to five working days.',
            de: 'In drei bis fünf Werktagen bei Ihnen.',
            fr: 'Chez vous en trois à cinq jours ouvrés.',
        },
        time: { minWorkingDays: 3, maxWorkingDays: 5, orderBy: null },
    },
    express: {
        name: { en: 'Express delivery', de: 'Expressversand', fr: 'Livraison express' },
        description: {
            en: 'Order by 3 pm and it arrives the next working day.',
            de: 'Bis 15 Uhr bestellt, am nächsten Werktag da.',
            fr: 'Commandez avant 15 h, livré le jour ouvré suivant.',
        },
        time: { minWorkingDays: 1, maxWorkingDays: 1, orderBy: '15:00' },
    },
    collect: {
        name: { en: 'Click and collect', de: 'Click & Collect', fr: 'Retrait en magasin' },
        description: {
            en: 'Free. We write to you as soon as it waits at our counter, usually within two hours.',
            de: 'Kostenlos. Wir schreiben Ihnen, sobald alles an unserer Theke bereitliegt, meist binnen zwei Stunden.',
            fr: 'Gratuit. Nous vous écrivons dès que tout vous attend au comptoir, en général sous deux heures.',
        },
    },
};

export const stockLocationCodes = ['memphis', 'leipzig', 'counter', 'kiosk'] as const;
export type StockLocationCode = (typeof stockLocationCodes)[number];

export const stockLocations: Readonly<
    Record<
        StockLocationCode,
        {
            readonly name: string;
            readonly description: string;
            readonly markets: readonly MarketCode[];
            /** Where shoppers fetch orders, and when, for the locations at which they do. */
            readonly pickUp?: {
                readonly streetLine: string;
                readonly postalCode: string;
                readonly city: string;
                /** ISO 3166-1. */
                readonly countryCode: string;
                /** As schema.org writes them. */
                readonly openingHours: string;
            };
        }
    >
> = {
    memphis: {
        name: 'Memphis warehouse',
        description: 'Serves North America.',
        markets: ['us'],
    },
    leipzig: {
        name: 'Leipzig warehouse',
        description: 'Serves Europe.',
        markets: ['gb', 'de', 'fr'],
    },
    counter: {
        name: 'Daylark Corner',
        description:
            'Shop counter where click-and-collect orders wait. Holds a little of everything that is small.',
        markets: ['us', 'gb', 'de', 'fr'],
        pickUp: {
            streetLine: 'Laternengasse 4',
            postalCode: '04109',
            city: 'Leipzig',
            countryCode: 'DE',
            openingHours: 'Mo-Fr 10:00-19:00; Sa 10:00-16:00',
        },
    },
    kiosk: {
        name: 'Daylark Kiosk',
        description: 'A window beside the station, with what sells best.',
        markets: ['us'],
        pickUp: {
            streetLine: '12 Lantern Row',
            postalCode: '38103',
            city: 'Memphis',
            countryCode: 'US',
            openingHours: 'Mo-Sa 08:00-20:00',
        },
    },
};

/** What a shopper in each market picks up first: location codes in the order in which they are drawn from. */
export function locationsOf(market: MarketCode): StockLocationCode[] {
    return stockLocationCodes.filter(code => stockLocations[code].markets.includes(market));
}
