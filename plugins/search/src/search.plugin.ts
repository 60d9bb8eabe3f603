import { PersonalData } from '@efi/plugin-kit';
import { PluginCommonModule, type Type, VendurePlugin } from '@vendure/core';
import { gql } from 'graphql-tag';
import { ArrangedProductsResolver } from './api/arranged-products.resolver';
import { CountedEntities } from './api/counted-entities';
import { SaveArrangementResultResolver, SaveSynonymResultResolver } from './api/rule-errors';
import { RulesAdminResolver } from './api/rules-admin.resolver';
import { rulesSchema } from './api/rules-schema';
import { schema, suggestionsSchema } from './api/schema';
import { SearchAdminResolver } from './api/search-admin.resolver';
import { SearchPreviewResolver } from './api/search-preview.resolver';
import { SearchShopResolver } from './api/search-shop.resolver';
import { SearchSuggestionsResolver } from './api/search-suggestions.resolver';
import { ShownFacetValues } from './api/shown-facet-values';
import { EfiSearchArrangement } from './infrastructure/entities/search-arrangement.entity';
import { EfiSearchCount } from './infrastructure/entities/search-count.entity';
import { EfiSearchItem } from './infrastructure/entities/search-item.entity';
import { EfiSearchPending } from './infrastructure/entities/search-pending.entity';
import { EfiSearchProduct } from './infrastructure/entities/search-product.entity';
import { EfiSearchSetting } from './infrastructure/entities/search-setting.entity';
import { EfiSearchSynonym } from './infrastructure/entities/search-synonym.entity';
import { EfiSearchText } from './infrastructure/entities/search-text.entity';
import { EfiSearchWord } from './infrastructure/entities/search-word.entity';
import { CatalogueEvents } from './infrastructure/indexing/catalogue-events';
import { IndexQueue } from './infrastructure/indexing/index-queue';
import { OfferReader } from './infrastructure/indexing/offer-reader';
import { ProductIndexer } from './infrastructure/indexing/product-indexer';
import { ArrangementBook } from './infrastructure/rules/arrangement-book';
import { RuleMemory } from './infrastructure/rules/rule-memory';
import { SearchSettings } from './infrastructure/rules/search-settings';
import { SynonymBook } from './infrastructure/rules/synonym-book';
import { TermRules } from './infrastructure/rules/term-rules';
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
        EfiSearchSynonym,
        EfiSearchArrangement,
        EfiSearchSetting,
    ],
    providers: [
        { provide: SEARCH_OPTIONS, useFactory: () => SearchPlugin.options },
        OfferReader,
        ProductIndexer,
        IndexQueue,
        CatalogueEvents,
        RuleMemory,
        TermRules,
        SynonymBook,
        ArrangementBook,
        SearchSettings,
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
    adminApiExtensions: {
        schema: gql`
            ${schema}
            ${rulesSchema}
        `,
        resolvers: [
            SearchAdminResolver,
            RulesAdminResolver,
            ArrangedProductsResolver,
            SaveSynonymResultResolver,
            SaveArrangementResultResolver,
            SearchPreviewResolver,
        ],
    },
    dashboard: '../src/dashboard/index.tsx',
    compatibility: '^3.7.0',
})
export class SearchPlugin {
    private static options: ResolvedSearchOptions = resolveSearchOptions({});

    static init(options: SearchPluginOptions = {}): Type<SearchPlugin> {
        SearchPlugin.options = resolveSearchOptions(options);
        return SearchPlugin;
    }
}
