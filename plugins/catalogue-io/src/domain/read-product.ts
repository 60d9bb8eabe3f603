import type {
    ByLanguage,
    CatalogueProduct,
    CatalogueVariant,
    FacetReference,
    OptionGroup,
    Price,
    Problem,
    ProductTranslation,
    Tracking,
} from './catalogue-product';
import { booleanOf, CellError, type Cells, integerOf, listOf, moneyOf, textOf } from './cells';
import type { Columns } from './columns';
import { splitUnescaped, unescape } from './escapes';

/** Cells and where they stand. The first one of a product has what is said of the product, and each a variant. */
export interface Row {
    readonly line: number;
    readonly cells: Cells;
}

/** How a file is to be understood. */
export interface Reading {
    readonly columns: Columns;
    /** How many decimal places money has. */
    readonly precision: number;
    /** Makes the slug of a product that has none. */
    readonly slugOf: (name: string) => string;
}

/**
 * Makes a product of its rows. A variant whose row is wrong is left out; with a wrong first row, the whole product is.
 *
 * @param rows - At least one.
 */
export function readProduct(
    rows: readonly [Row, ...Row[]],
    reading: Reading,
): { readonly product?: CatalogueProduct; readonly problems: readonly Problem[] } {
    const [first] = rows;
    const problems: Problem[] = [];
    const product = attempt(first.line, problems, () => readHead(first.cells, reading));
    if (!product) {
        return { problems };
    }
    const skus = new Set<string>();
    const variants = rows.flatMap(
        ({ line, cells }) =>
            attempt(line, problems, () => {
                const variant = readVariant(line, cells, product.optionGroups.length, reading);
                if (skus.has(variant.sku)) {
                    throw new CellError(`sku "${variant.sku}" is there twice in this product.`);
                }
                skus.add(variant.sku);
                return [variant];
            }) ?? [],
    );
    return variants.length > 0
        ? { product: { line: first.line, ...product, variants }, problems }
        : { problems };
}

/** Whether a row begins another product. */
export function beginsProduct(cells: Cells, { languages }: Columns): boolean {
    return (textOf(cells, columnIn(cells, 'name', languages[0] ?? '')) ?? '').trim() !== '';
}

function readHead(cells: Cells, reading: Reading): Omit<CatalogueProduct, 'line' | 'variants'> {
    const { languages } = reading.columns;
    const translations = languages.flatMap(languageCode => readTranslation(cells, languageCode, reading));
    const [main] = translations;
    if (!main || main.languageCode !== languages[0]) {
        throw new CellError('name is empty.');
    }
    return {
        slug: main.slug,
        enabled: booleanOf(cells, 'enabled'),
        translations,
        facets: readFacets(cells, 'facets', languages),
        assets: listOf(cells, 'assets')?.map(unescape),
        optionGroups: readOptionGroups(cells, languages),
    };
}

/** None for a language in which the product has no name. */
function readTranslation(cells: Cells, languageCode: string, { slugOf }: Reading): ProductTranslation[] {
    const name = (textOf(cells, columnIn(cells, 'name', languageCode)) ?? '').trim();
    if (name === '') {
        return [];
    }
    const slug = slugOf((textOf(cells, columnIn(cells, 'slug', languageCode)) ?? '').trim() || name);
    if (slug === '') {
        throw new CellError(`No slug can be made of "${name}".`);
    }
    return [
        {
            languageCode,
            name,
            slug,
            description: textOf(cells, columnIn(cells, 'description', languageCode)),
        },
    ];
}

function readVariant(line: number, cells: Cells, groups: number, reading: Reading): CatalogueVariant {
    const { languages, currencies } = reading.columns;
    const sku = (textOf(cells, 'sku') ?? '').trim();
    if (sku === '') {
        throw new CellError('sku is empty.');
    }
    return {
        line,
        sku,
        names: readVariantNames(cells, languages),
        enabled: booleanOf(cells, 'variantEnabled'),
        price: moneyOf(cells, 'price', reading.precision),
        otherPrices: currencies.flatMap((currencyCode): Price[] => {
            const amount = moneyOf(cells, `price:${currencyCode}`, reading.precision);
            return amount === undefined ? [] : [{ currencyCode, amount }];
        }),
        taxCategory: textOf(cells, 'taxCategory')?.trim() || undefined,
        stockOnHand: integerOf(cells, 'stockOnHand'),
        trackInventory: readTracking(cells),
        facets: readFacets(cells, 'variantFacets', languages),
        assets: listOf(cells, 'variantAssets')?.map(unescape),
        optionValues: readOptionValues(cells, groups, languages),
    };
}

function readVariantNames(cells: Cells, languages: readonly string[]): ByLanguage<string> {
    return Object.fromEntries(
        languages.flatMap(language => {
            const name = (textOf(cells, columnIn(cells, 'variantName', language)) ?? '').trim();
            return name === '' ? [] : [[language, name]];
        }),
    );
}

function readTracking(cells: Cells): Tracking | undefined {
    const text = textOf(cells, 'trackInventory')?.trim().toUpperCase();
    if (text === undefined || text === '') {
        return undefined;
    }
    return text === 'INHERIT' ? 'INHERIT' : booleanOf(cells, 'trackInventory') ? 'TRUE' : 'FALSE';
}

function readOptionGroups(cells: Cells, languages: readonly string[]): OptionGroup[] {
    return inStep(cells, 'optionGroups', languages).map(names => {
        const parts = Object.entries(names).map(([language, text]) => [language, splitAt(text)] as const);
        const code = parts.find(([, [, given]]) => given !== undefined)?.[1][1];
        return { name: Object.fromEntries(parts.map(([language, [name]]) => [language, name])), code };
    });
}

function readOptionValues(
    cells: Cells,
    groups: number,
    languages: readonly string[],
): CatalogueVariant['optionValues'] {
    const values = inStep(cells, 'optionValues', languages);
    if (values.length !== groups) {
        throw new CellError(`optionValues has ${values.length} values for ${groups} option groups.`);
    }
    return Object.fromEntries(
        languages.map(language => [
            language,
            values.map(value => unescape(value[language] ?? value[languages[0] ?? ''] ?? '')),
        ]),
    );
}

function readFacets(
    cells: Cells,
    column: string,
    languages: readonly string[],
): FacetReference[] | undefined {
    if (!languages.some(language => listOf(cells, columnIn(cells, column, language)) !== undefined)) {
        return undefined;
    }
    return inStep(cells, column, languages).map(texts => {
        const parts = Object.entries(texts).map(([language, text]) => {
            const [facet, value] = splitAt(text);
            if (!facet || !value) {
                throw new CellError(`${column} has "${text.slice(0, 80)}", which is not like "facet:value".`);
            }
            return [language, facet, value] as const;
        });
        return {
            facet: Object.fromEntries(parts.map(([language, facet]) => [language, facet])),
            value: Object.fromEntries(parts.map(([language, , value]) => [language, value])),
        };
    });
}

/** The items of a list that has one column for each language: what belongs together, together. */
function inStep(cells: Cells, column: string, languages: readonly string[]): Array<ByLanguage<string>> {
    const lists = languages.map(
        language => [language, listOf(cells, columnIn(cells, column, language)) ?? []] as const,
    );
    const length = lists[0]?.[1].length ?? 0;
    const uneven = lists.find(([, list]) => list.length !== length && list.length > 0);
    if (uneven) {
        throw new CellError(
            `${column} has ${length} items in ${languages[0] ?? ''}, and not as many in ${uneven[0]}.`,
        );
    }
    return Array.from({ length }, (_, index) =>
        Object.fromEntries(
            lists.flatMap(([language, list]) => {
                const item = list[index];
                return item === undefined ? [] : [[language, item]];
            }),
        ),
    );
}

/** The column that says it in a language: the language's own, else the one that names none. */
function columnIn(cells: Cells, column: string, language: string): string {
    const own = `${column}:${language}`;
    return own in cells ? own : column;
}

function splitAt(text: string): [string, string | undefined] {
    const [first = '', ...rest] = splitUnescaped(text, ':');
    const second = rest.length > 0 ? unescape(rest.join(':')).trim() : undefined;
    return [unescape(first).trim(), second];
}

/** @returns nothing when the work met a {@link CellError}, which is then among the problems. */
function attempt<Result>(line: number, problems: Problem[], work: () => Result): Result | undefined {
    try {
        return work();
    } catch (error) {
        if (!(error instanceof CellError)) {
            throw error;
        }
        problems.push({ line, reason: error.message });
        return undefined;
    }
}
