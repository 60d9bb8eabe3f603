import type { Localised, TaxClass } from '../shop/markets';
import type { BrandCode, CategoryCode, ColourCode } from './facets';
import type { OptionCode, OptionGroupCode } from './options';

/** Prices in major units as a shopper sees them: dollars without tax, pounds and euros with tax. */
export interface Prices {
    readonly usd: number;
    readonly gbp: number;
    readonly eur: number;
}

/** How much of a variant there is. `plenty` unless told otherwise. */
export type StockGrade = 'plenty' | 'some' | 'low' | 'none';

export interface VariantData {
    readonly sku: string;
    /** One per option group of the product, in the same order. */
    readonly options: readonly OptionCode[];
    readonly prices: Prices;
    readonly stock?: StockGrade;
}

export interface ProductData {
    /** File in the images folder of @vendure/create, without `-unsplash.jpg`. */
    readonly image: string;
    readonly name: Localised;
    readonly description: Localised;
    /** Leaf category; the department follows from it. */
    readonly category: CategoryCode;
    readonly brand?: BrandCode;
    readonly colours?: readonly ColourCode[];
    readonly taxClass?: TaxClass;
    readonly optionGroups?: readonly OptionGroupCode[];
    readonly variants: readonly VariantData[];
}

/** Shorthand for a variant, in the order in which its columns are read aloud. */
export function variant(
    sku: string,
    options: readonly OptionCode[],
    [usd, gbp, eur]: readonly [usd: number, gbp: number, eur: number],
    stock: StockGrade = 'plenty',
): VariantData {
    return { sku, options, prices: { usd, gbp, eur }, stock };
}
