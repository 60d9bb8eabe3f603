import { PersonalData } from '@efi/plugin-kit';
import { PluginCommonModule, type Type, VendurePlugin } from '@vendure/core';
import { gql } from 'graphql-tag';
import { CountedEntities } from './api/counted-entities';
import { schema, suggestionsSchema } from './api/schema';
import { SearchAdminResolver } from './api/search-admin.resolver';
import { SearchShopResolver } from './api/search-shop.resolver';
import { SearchSuggestionsResolver } from './api/search-suggestions.resolver';
import { ShownFacetValues } from './api/shown-facet-values';
import { EfiSearchCount } from './infrastructure/entities/search-count.entity';
import { EfiSearchItem } from './infrastructure/entities/search-item.entity';
import { EfiSearchPending } from './infrastructure/entities/search-pending.entity';
import { EfiSearchProduct } from './infrastructure/entities/search-product.entity';
import { EfiSearchText } from './infrastructure/entities/search-text.entity';
import { EfiSearchWord } from './infrastructure/entities/search-word.entity';
import { CatalogueEvents } from './infrastructure/indexing/catalogue-events';
import { IndexQueue } from './infrastructure/indexing/index-queue';
import { OfferReader } from './infrastructure/indexing/offer-reader';
import { ProductIndexer } from './infrastructure/indexing/product-indexer';
import { CatalogueSearch } from './infrastructure/searching/catalogue-search';
import { CollectionNames } from './infrastructure/searching/collection-names';
import { SpellingHelp } from './infrastructure/searching/spelling-help';
import {
    type ResolvedSearchOptions,
    resolveSearchOptions,
    SEARCH_OPTIONS,
    type SearchPluginOptions,
} from './search.options';
import { personalData } from './personal-data';

/**
 * Product search in PostgreSQL, in one pass, with the Shop and Admin API of Vendure's own `DefaultSearchPlugin`, in
 * whose place it stands. Needs `searchMigrations` among the application's migrations.
 */
@PersonalData(personalData)
@VendurePlugin({
    imports: [PluginCommonModule],
    entities: [
        EfiSearchItem,
        EfiSearchProduct,
        EfiSearchCount,
        EfiSearchText,
        EfiSearchWord,
        EfiSearchPending,
    ],
    providers: [
        { provide: SEARCH_OPTIONS, useFactory: () => SearchPlugin.options },
        OfferReader,
        ProductIndexer,
        IndexQueue,
        CatalogueEvents,
        SpellingHelp,
        CollectionNames,
        CatalogueSearch,
        ShownFacetValues,
        CountedEntities,
    ],
    shopApiExtensions: {
        schema: gql`
            ${schema}
            ${suggestionsSchema}
        `,
        resolvers: [SearchShopResolver, SearchSuggestionsResolver],
    },
    adminApiExtensions: { schema, resolvers: [SearchAdminResolver] },
    compatibility: '^3.7.0',
})
export class SearchPlugin {
    private static options: ResolvedSearchOptions = resolveSearchOptions({});

    static init(options: SearchPluginOptions = {}): Type<SearchPlugin> {
        SearchPlugin.options = resolveSearchOptions(options);
        return SearchPlugin;
    }
}
