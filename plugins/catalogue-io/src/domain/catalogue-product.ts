/** By language code. */
export type ByLanguage<Value> = Readonly<Record<string, Value>>;

/** One value of one facet, as it is called in each language of the file. */
export interface FacetReference {
    readonly facet: ByLanguage<string>;
    readonly value: ByLanguage<string>;
}

export interface OptionGroup {
    readonly name: ByLanguage<string>;
    /** Of a group that several products share. Without one, the group is the product's own. */
    readonly code?: string;
}

/** A price in a currency, in minor units. */
export interface Price {
    readonly currencyCode: string;
    readonly amount: number;
}

export type Tracking = 'TRUE' | 'FALSE' | 'INHERIT';

/** What is left out stays as it is in the shop, or as Vendure makes it when the variant is new. */
export interface CatalogueVariant {
    readonly line: number;
    readonly sku: string;
    /** In languages without one, the variant is called as its product and its options. */
    readonly names: ByLanguage<string>;
    readonly enabled?: boolean;
    /** In minor units of the channel's own currency. */
    readonly price?: number;
    readonly otherPrices: readonly Price[];
    readonly taxCategory?: string;
    readonly stockOnHand?: number;
    readonly trackInventory?: Tracking;
    readonly facets?: readonly FacetReference[];
    readonly assets?: readonly string[];
    /** One value for each of the product's option groups. */
    readonly optionValues: ByLanguage<readonly string[]>;
}

export interface ProductTranslation {
    readonly languageCode: string;
    readonly name: string;
    readonly slug: string;
    readonly description?: string;
}

/** A product as a file has it. What is left out stays as it is in the shop. */
export interface CatalogueProduct {
    readonly line: number;
    /** In the main language: what the product is known by. */
    readonly slug: string;
    readonly enabled?: boolean;
    readonly translations: readonly ProductTranslation[];
    readonly facets?: readonly FacetReference[];
    readonly assets?: readonly string[];
    readonly optionGroups: readonly OptionGroup[];
    readonly variants: readonly CatalogueVariant[];
}

/** Why something in a file was not taken. */
export interface Problem {
    readonly line: number;
    readonly reason: string;
    /** Whether the row was taken apart from that. @default false */
    readonly isWarning?: boolean;
}
