import { between, seededRandom } from '../random';
import {
    languages,
    type Localised,
    type MarketCode,
    type StockLocationCode,
    type TaxClass,
} from '../shop/markets';
import { categories } from './facets';
import { type OptionCode, optionGroups, options } from './options';
import type { ProductData, StockGrade, VariantData } from './product.types';
import { toSlug } from './slug';

export interface CatalogueVariant {
    readonly sku: string;
    readonly name: Localised;
    /** Codes of its options. */
    readonly options: readonly string[];
    /** Minor units, as the market keeps its prices. */
    readonly prices: Readonly<Record<MarketCode, number>>;
    readonly stock: Readonly<Record<StockLocationCode, number>>;
}

/** A product with everything that its rows hold. */
export interface CatalogueProduct {
    readonly name: Localised;
    readonly slug: Localised;
    readonly description: Localised;
    readonly image: string;
    /** Leaf category. */
    readonly category: string;
    /** `facet:value` */
    readonly facetValues: readonly string[];
    readonly taxClass: TaxClass;
    readonly optionGroups: readonly {
        readonly code: string;
        readonly name: Localised;
        readonly options: readonly { readonly code: string; readonly name: Localised }[];
    }[];
    readonly variants: readonly CatalogueVariant[];
}

/** Works out what follows from a product's data: slugs, facet values, names and stock of its variants. */
export function resolveProduct(product: ProductData): CatalogueProduct {
    const { category, brand, colours = [], taxClass = 'standard' } = product;
    return {
        name: product.name,
        slug: inEachLanguage(language => toSlug(product.name[language])),
        description: product.description,
        image: product.image,
        category,
        facetValues: [
            `category:${categories[category].department}`,
            `category:${category}`,
            ...(brand ? [`brand:${brand}`] : []),
            ...colours.map(colour => `colour:${colour}`),
        ],
        taxClass,
        optionGroups: (product.optionGroups ?? []).map((group, index) => ({
            code: group,
            name: optionGroups[group],
            options: distinct(
                product.variants.flatMap(({ options: codes }) => codes.slice(index, index + 1)),
            ).map(code => ({ code, name: options[code] })),
        })),
        variants: product.variants.map(variant => resolveVariant(product, variant)),
    };
}

function resolveVariant(product: ProductData, variant: VariantData): CatalogueVariant {
    const { usd, gbp, eur } = variant.prices;
    return {
        sku: variant.sku,
        name: inEachLanguage(language =>
            [product.name[language], ...variant.options.map(code => options[code][language])].join(' '),
        ),
        options: variant.options,
        prices: { us: toMinor(usd), gb: toMinor(gbp), de: toMinor(eur), fr: toMinor(eur) },
        stock: stockOf(variant.sku, variant.stock ?? 'plenty'),
    };
}

/** Least and most pieces per location. */
const stockRanges: Readonly<Record<StockGrade, Readonly<Record<StockLocationCode, [number, number]>>>> = {
    plenty: { memphis: [60, 140], leipzig: [90, 220], counter: [4, 10], kiosk: [2, 6] },
    some: { memphis: [8, 20], leipzig: [12, 30], counter: [1, 2], kiosk: [0, 2] },
    low: { memphis: [1, 3], leipzig: [2, 4], counter: [0, 0], kiosk: [0, 0] },
    none: { memphis: [0, 0], leipzig: [0, 0], counter: [0, 0], kiosk: [0, 0] },
};

function stockOf(sku: string, grade: StockGrade): Record<StockLocationCode, number> {
    const random = seededRandom(`stock ${sku}`);
    const { memphis, leipzig, counter, kiosk } = stockRanges[grade];
    return {
        memphis: between(random, ...memphis),
        leipzig: between(random, ...leipzig),
        counter: between(random, ...counter),
        kiosk: between(random, ...kiosk),
    };
}

function inEachLanguage(text: (language: keyof Localised) => string): Localised {
    return Object.fromEntries(languages.map(language => [language, text(language)])) as unknown as Localised;
}

function toMinor(amount: number): number {
    return Math.round(amount * 100);
}

function distinct(codes: readonly OptionCode[]): OptionCode[] {
    return [...new Set(codes)];
}
