import type { Arrangement } from '../../domain/check-arrangement';
import type { FieldWeights } from '../../search.options';
import type { TermQuery } from '../../domain/search-term';
import type { SearchFilters } from './search-query';

/** What costs something to read, and is not in every list. */
export type ItemPart = 'assets' | 'ids' | 'texts';

/** Which parts of an answer are asked for. */
export interface Wanted {
    /** How many there are. Without, it is no more than whether there are any. */
    readonly total: boolean;
    /** Which parts of each item, beside what every list shows. */
    readonly items: false | readonly ItemPart[];
    /** `ids` has counts by id; `rows` has what is shown of each facet value, too. */
    readonly facetValues: false | 'ids' | 'rows';
    readonly collections: boolean;
    readonly priceRanges: boolean;
    readonly priceBuckets: boolean;
}

export interface SearchScope {
    readonly channelId: number;
    readonly currencyCode: string;
    readonly languageCode: string;
    /** Whose translations stand in for missing ones. */
    readonly defaultLanguage: string;
    /** Names of text search configurations: of the language, and of the one that stands in for it. */
    readonly configurations: readonly string[];
    readonly enabledOnly: boolean;
}

export interface SearchPlan {
    readonly scope: SearchScope;
    readonly filters: SearchFilters;
    readonly term?: TermQuery;
    /** Whether all words of the term have to stand in the same field. */
    readonly inOneField: boolean;
    /** What staff have said of the term. */
    readonly arrangement?: Arrangement;
    /** Whether what is out of stock comes last, where no order is asked for. */
    readonly inStockFirst: boolean;
    readonly grouped: boolean;
    readonly sort: { readonly name?: 'ASC' | 'DESC'; readonly price?: 'ASC' | 'DESC' };
    readonly take: number;
    readonly skip: number;
    readonly wanted: Wanted;
    readonly weights: FieldWeights;
    readonly priceInterval: number;
}
