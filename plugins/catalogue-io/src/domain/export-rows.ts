import { escape } from './escapes';

type Texts = Readonly<Record<string, string>>;

/** A product as the shop has it. Texts by language code. */
export interface ShopProduct {
    readonly id: number;
    readonly enabled: boolean;
    readonly names: Texts;
    readonly slugs: Texts;
    readonly descriptions: Texts;
    readonly facets: readonly ShopFacetValue[];
    /** Names of assets, the featured one first. */
    readonly assets: readonly string[];
    readonly optionGroups: readonly ShopOptionGroup[];
    /** At least one. */
    readonly variants: readonly ShopVariant[];
}

interface ShopFacetValue {
    readonly code: string;
    readonly facet: Texts;
    readonly value: Texts;
}

interface ShopOptionGroup {
    readonly id: number;
    /** Of a group that several products share. */
    readonly code: string | null;
    readonly name: Texts;
}

interface ShopVariant {
    readonly sku: string;
    readonly enabled: boolean;
    readonly names: Texts;
    /** In minor units, by currency code. */
    readonly prices: Readonly<Record<string, number>>;
    readonly taxCategory: string | null;
    readonly stockOnHand: number | null;
    readonly trackInventory: string;
    readonly facets: readonly ShopFacetValue[];
    readonly assets: readonly string[];
    readonly options: ReadonlyArray<{ readonly groupId: number; readonly name: Texts }>;
}

/** How a file is written. */
export interface Writing {
    /** The main one first: what names and slugs are known by. */
    readonly languages: readonly [string, ...string[]];
    readonly currencyCode: string;
    readonly otherCurrencies: readonly string[];
    /** How many decimal places money has. */
    readonly precision: number;
    /** What the import makes the code of a facet with. */
    readonly slugOf: (name: string) => string;
}

/** A cell: lists are arrays, and what says nothing is `undefined`. */
export type ExportCells = Readonly<Record<string, string | readonly string[] | undefined>>;

/** What the shop has of a product, for a file. */
export interface ExportRows {
    readonly product: ExportCells;
    readonly variants: readonly ExportCells[];
}

const translated = (columns: readonly string[], { languages }: Writing): string[] =>
    columns.flatMap(column => languages.map(language => columnOf(column, language, languages)));

/** The names of the columns of a product and of a variant, in their order. */
export function exportColumns(writing: Writing): { product: string[]; variant: string[] } {
    const prices = writing.otherCurrencies.map(code => `price:${code}`);
    return {
        product: [
            ...translated(['name', 'slug', 'description'], writing),
            'assets',
            ...translated(['facets', 'optionGroups'], writing),
            'enabled',
        ],
        variant: [
            ...translated(['optionValues'], writing),
            ...['sku', 'price', ...prices, 'taxCategory', 'stockOnHand', 'trackInventory', 'variantAssets'],
            ...translated(['variantFacets', 'variantName'], writing),
            'variantEnabled',
        ],
    };
}

/** Says of a product what the import reads: the same file, imported into the same shop, changes nothing. */
export function exportRows(product: ShopProduct, writing: Writing): ExportRows {
    return {
        product: {
            ...inEach('name', writing, language => product.names[language]),
            ...inEach('slug', writing, language => product.slugs[language]),
            ...inEach('description', writing, language => product.descriptions[language]),
            assets: product.assets.map(escape),
            ...inEach('facets', writing, language => facetsIn(product.facets, language, writing)),
            ...inEach('optionGroups', writing, language =>
                product.optionGroups.map(group => groupIn(group, language, writing)),
            ),
            enabled: String(product.enabled),
        },
        variants: product.variants.map(variant => variantCells(product, variant, writing)),
    };
}

function variantCells(product: ShopProduct, variant: ShopVariant, writing: Writing): ExportCells {
    const main = writing.languages[0];
    const optionsIn = (language: string): string[] =>
        product.optionGroups.flatMap(({ id }) => {
            const option = variant.options.find(({ groupId }) => groupId === id);
            return option ? [textIn(option.name, language, main)] : [];
        });
    const madeName = (language: string): string =>
        [product.names[language] ?? '', ...optionsIn(language)].join(' ');
    return {
        ...inEach('optionValues', writing, language => optionsIn(language).map(escape)),
        sku: variant.sku,
        price: money(variant.prices[writing.currencyCode], writing),
        ...Object.fromEntries(
            writing.otherCurrencies.map(code => [`price:${code}`, money(variant.prices[code], writing)]),
        ),
        taxCategory: variant.taxCategory ?? undefined,
        stockOnHand: variant.stockOnHand === null ? undefined : String(variant.stockOnHand),
        trackInventory: variant.trackInventory.toLowerCase(),
        variantAssets: variant.assets.map(escape),
        ...inEach('variantFacets', writing, language => facetsIn(variant.facets, language, writing)),
        ...inEach('variantName', writing, language => {
            const name = variant.names[language];
            return name === madeName(language) ? undefined : name;
        }),
        variantEnabled: String(variant.enabled),
    };
}

function facetsIn(values: readonly ShopFacetValue[], language: string, writing: Writing): string[] {
    const main = writing.languages[0];
    return values.map(({ code, facet, value }) => {
        const name = textIn(facet, language, main);
        // The import knows a facet by the code that it makes of the name.
        const known = language !== main || writing.slugOf(name) === code ? name : code;
        return `${escape(known)}:${escape(textIn(value, language, main))}`;
    });
}

function groupIn({ code, name }: ShopOptionGroup, language: string, { languages }: Writing): string {
    const text = escape(textIn(name, language, languages[0]));
    return code === null ? text : `${text}:${escape(code)}`;
}

/** Lists have as many items in each language, so a missing translation is told in another one. */
function textIn(texts: Texts, language: string, main: string): string {
    return texts[language] ?? texts[main] ?? Object.values(texts)[0] ?? '';
}

function inEach(
    column: string,
    { languages }: Writing,
    textOf: (language: string) => string | readonly string[] | undefined,
): ExportCells {
    return Object.fromEntries(
        languages.map(language => [columnOf(column, language, languages), textOf(language)]),
    );
}

function columnOf(column: string, language: string, languages: readonly string[]): string {
    return languages.length > 1 ? `${column}:${language}` : column;
}

function money(minor: number | undefined, { precision }: Writing): string | undefined {
    return minor === undefined ? undefined : (minor / 10 ** precision).toFixed(precision);
}
