/** What a product's first row says. */
const productColumns = [
    'name',
    'slug',
    'description',
    'assets',
    'facets',
    'optionGroups',
    'enabled',
] as const;

/** What each row says of its variant. */
const variantColumns = [
    'variantName',
    'optionValues',
    'sku',
    'price',
    'taxCategory',
    'stockOnHand',
    'trackInventory',
    'variantAssets',
    'variantFacets',
    'variantEnabled',
] as const;

const known = new Set<string>([...productColumns, ...variantColumns]);
const translatable = new Set([
    'name',
    'slug',
    'description',
    'facets',
    'optionGroups',
    'variantName',
    'optionValues',
    'variantFacets',
]);

/** The columns of a file, understood. */
export interface Columns {
    readonly languages: readonly string[];
    /** Currencies of the columns `price:XXX`. */
    readonly currencies: readonly string[];
    readonly names: ReadonlySet<string>;
}

/** What a file is read for. */
export interface Market {
    /** Of columns that name no language. */
    readonly mainLanguage: string;
    readonly languages: readonly string[];
    readonly currencies: readonly string[];
}

/**
 * Understands the names of a file's columns: those of Vendure's own product import, with `name:de` for a language,
 * and `enabled`, `variantEnabled` and `price:EUR` beside them.
 *
 * @returns the columns, or what is wrong with them.
 */
export function readColumns(names: readonly string[], market: Market): Columns | { readonly wrong: string } {
    const languages = new Set<string>();
    const currencies = new Set<string>();
    for (const name of names) {
        const wrong = readColumn(name, market, languages, currencies);
        if (wrong) {
            return { wrong };
        }
    }
    const twice = names.find((name, index) => names.indexOf(name) !== index);
    if (twice !== undefined) {
        return { wrong: `The column "${twice}" is there twice.` };
    }
    if (languages.size === 0) {
        languages.add(market.mainLanguage);
    } else if (!languages.has(market.mainLanguage)) {
        return {
            wrong: `The columns are in ${[...languages].join(', ')}, but not in ${market.mainLanguage}.`,
        };
    }
    // The main language first, as it is what products are known by.
    const ordered = [market.mainLanguage, ...[...languages].filter(code => code !== market.mainLanguage)];
    return { languages: ordered, currencies: [...currencies], names: new Set(names) };
}

/** What is wrong with the columns of a file whose every row has the same ones. */
export function missingColumn({ names, languages }: Columns): string | undefined {
    const hasName = names.has('name') || names.has(`name:${languages[0] ?? ''}`);
    const missing = !hasName ? 'name' : names.has('sku') ? undefined : 'sku';
    return missing && `The file has no column "${missing}".`;
}

function readColumn(
    name: string,
    market: Market,
    languages: Set<string>,
    currencies: Set<string>,
): string | undefined {
    if (known.has(name)) {
        return undefined;
    }
    const [base = '', detail = '', ...more] = name.split(':');
    if (more.length === 0 && base === 'price') {
        currencies.add(detail);
        return market.currencies.includes(detail) ? undefined : `The channel has no currency "${detail}".`;
    }
    if (more.length === 0 && translatable.has(base)) {
        languages.add(detail);
        return market.languages.includes(detail) ? undefined : `The channel has no language "${detail}".`;
    }
    return `The column "${name}" is not known.`;
}
