import type { Provider } from '@nestjs/common';
import { ConfigService, TransactionalConnection } from '@vendure/core';
import { Catalogue } from './application/ports/catalogue.port';
import { Experiments } from './application/ports/experiments.port';
import { Margins } from './application/ports/margins.port';
import { ModelShelf } from './application/ports/model-shelf.port';
import { RuleBook } from './application/ports/rule-book.port';
import { ShopperChoicesStore } from './application/ports/shopper-choices.port';
import { ShopperHistory } from './application/ports/shopper-history.port';
import { Trends } from './application/ports/trends.port';
import { Recommend } from './application/recommend';
import { LoadedModels } from './infrastructure/loaded-models';
import { ModelArchive } from './infrastructure/model-archive';
import { ProductCards } from './infrastructure/product-cards';
import { ProductFaces } from './infrastructure/product-faces';
import { RecommendationService } from './infrastructure/recommendation.service';
import { reportShortfall } from './infrastructure/report-shortfall';
import { SigningKey } from './infrastructure/signing-key';
import { SqlCatalogue } from './infrastructure/sql-catalogue';
import { SqlExperiments } from './infrastructure/sql-experiments';
import { SqlMargins } from './infrastructure/sql-margins';
import { SqlShopperChoices } from './infrastructure/sql-shopper-choices';
import { SqlShopperHistory } from './infrastructure/sql-shopper-history';
import { SqlTrends } from './infrastructure/sql-trends';
import { StoredRuleBook } from './infrastructure/stored-rule-book';
import { RECOMMENDATIONS_OPTIONS, type ResolvedRecommendationsOptions } from './recommendations.options';

/** What makes lists. */
export const servingProviders: Provider[] = [
    ModelArchive,
    LoadedModels,
    { provide: ModelShelf, useExisting: LoadedModels },
    StoredRuleBook,
    { provide: RuleBook, useExisting: StoredRuleBook },
    SigningKey,
    SqlExperiments,
    { provide: Experiments, useExisting: SqlExperiments },
    { provide: Margins, useClass: SqlMargins },
    { provide: ShopperChoicesStore, useClass: SqlShopperChoices },
    { provide: ShopperHistory, useClass: SqlShopperHistory },
    {
        provide: Catalogue,
        inject: [TransactionalConnection, ConfigService, RECOMMENDATIONS_OPTIONS],
        useFactory: (
            connection: TransactionalConnection,
            config: ConfigService,
            { categoryFacet }: ResolvedRecommendationsOptions,
        ) => new SqlCatalogue(connection, config, categoryFacet),
    },
    {
        provide: Trends,
        inject: [TransactionalConnection, RECOMMENDATIONS_OPTIONS],
        useFactory: (connection: TransactionalConnection, { newcomerDays }: ResolvedRecommendationsOptions) =>
            new SqlTrends(connection, newcomerDays),
    },
    {
        provide: Recommend,
        inject: [
            ModelShelf,
            Catalogue,
            Margins,
            ShopperHistory,
            RuleBook,
            ShopperChoicesStore,
            Experiments,
            Trends,
            RECOMMENDATIONS_OPTIONS,
        ],
        useFactory: (
            shelf: ModelShelf,
            catalogue: Catalogue,
            margins: Margins,
            history: ShopperHistory,
            rules: RuleBook,
            choices: ShopperChoicesStore,
            experiments: Experiments,
            trends: Trends,
            options: ResolvedRecommendationsOptions,
        ) =>
            new Recommend(
                {
                    ...{ shelf, catalogue, margins, history, rules, choices, experiments, trends },
                    now: Date.now,
                    random: Math.random,
                    onShortfall: reportShortfall,
                },
                options,
            ),
    },
    ProductFaces,
    ProductCards,
    RecommendationService,
];
