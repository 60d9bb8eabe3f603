import type { TableParts } from '@efi/plugin-kit';
import type { SearchPlan } from './search-plan';
import type { SearchFilters } from './search-query';

/** Tables of the index whose changes are told in parts, by the triggers of {@link TellSearchChanges1796792400000}. */
export const TOLD_IN_PARTS = ['efi_search_item', 'efi_search_product', 'efi_search_text'] as const;

/** What a search gave out, as far as it decides on what it read. */
export interface Given {
    readonly items?: ReadonlyArray<{ readonly productId: number }>;
    /** What the slugs of collections stand for, where only these tell the results from others. */
    readonly slugged?: readonly number[];
}

/**
 * What of the index an answer was made from. Whatever changes in a product that is not in the answer's results, and
 * was not before, leaves it as it is; and so does a price or a stock that is neither shown nor asked for.
 *
 * - `1 EUR shown 7`: any change of product 7 in channel 1 and in euros
 * - `1 EUR facts c5`: a product of collection 5 came, went or became another one; `f8` of facet value 8, `all` of any
 * - `1 EUR price c5` and `1 EUR stock c5`: the same for prices and stock
 * - `en shown 7`, `en names` and `en words`: texts of product 7, names of any product, any texts
 */
export function readParts(plan: SearchPlan, { items = [], slugged = [] }: Given): TableParts[] {
    const { channelId, currencyCode, languageCode } = plan.scope;
    const market = `${channelId} ${currencyCode}`;
    const shown = [...new Set(items.map(({ productId }) => `shown ${productId}`))];
    const aspects = ['facts', ...(isOfPrices(plan) ? ['price'] : []), ...(isOfStock(plan) ? ['stock'] : [])];
    const groups = groupsOf(plan.filters, slugged);
    const offers = [...shown, ...aspects.flatMap(aspect => groups.map(group => `${aspect} ${group}`))];
    const texts = [...shown, ...(plan.term ? ['words'] : []), ...(plan.sort.name ? ['names'] : [])];
    return [
        ...['efi_search_item', 'efi_search_product'].map(table => ({
            table,
            parts: offers.map(part => `${market} ${part}`),
        })),
        { table: 'efi_search_text', parts: texts.map(part => `${languageCode} ${part}`) },
    ];
}

/** Slugs of collections that have to be looked up, as nothing else tells the results from others. */
export function tellingSlugs({
    facetValueGroups,
    collectionGroups,
    slugGroups,
}: SearchFilters): readonly string[] | undefined {
    return facetValueGroups.length + collectionGroups.length === 0 ? slugGroups[0] : undefined;
}

/** Each result has one of these. Of several filters, all of which it has to meet, the narrowest says enough. */
function groupsOf(filters: SearchFilters, slugged: readonly number[]): string[] {
    const lists = [
        ...filters.collectionGroups.map(ids => ids.map(id => `c${id}`)),
        ...filters.facetValueGroups.map(ids => ids.map(id => `f${id}`)),
        ...(tellingSlugs(filters) ? [slugged.map(id => `c${id}`)] : []),
    ];
    const [narrowest] = lists.sort((one, other) => one.length - other.length);
    return narrowest ?? ['all'];
}

function isOfPrices({ sort, filters, wanted }: SearchPlan): boolean {
    const asked = sort.price ?? filters.price ?? filters.priceWithTax;
    return asked !== undefined || wanted.priceRanges || wanted.priceBuckets;
}

function isOfStock({ filters, inStockFirst }: SearchPlan): boolean {
    return filters.inStock !== undefined || inStockFirst;
}
