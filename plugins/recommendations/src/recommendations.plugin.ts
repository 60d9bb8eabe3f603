import { PersonalData } from '@efi/plugin-kit';
import { PluginCommonModule, type Type, VendurePlugin } from '@vendure/core';
import { adminSchema } from './api/admin-schema';
import { manageRecommendations, readRecommendations } from './api/permissions';
import { RecommendationsShopResolver } from './api/recommendations-shop.resolver';
import { shopSchema } from './api/shop-schema';
import { cleanListsTask } from './infrastructure/attribution/clean-lists.task';
import { recommendationEntities } from './infrastructure/entities';
import { trainRecommendationsTask } from './infrastructure/training/train-recommendations.task';
import { operationsProviders, operationsResolvers } from './operations';
import {
    RECOMMENDATIONS_OPTIONS,
    type RecommendationsOptions,
    resolveOptions,
} from './recommendations.options';
import { servingProviders } from './serving';
import { personalData } from './personal-data';

/**
 * Recommendations that are trained on the shop's own orders, explained, and measured against popularity. Needs
 * `recommendationsMigrations` among the application's migrations.
 */
@PersonalData(personalData)
@VendurePlugin({
    imports: [PluginCommonModule],
    entities: recommendationEntities,
    providers: [
        { provide: RECOMMENDATIONS_OPTIONS, useFactory: () => resolveOptions(RecommendationsPlugin.options) },
        ...servingProviders,
        ...operationsProviders,
    ],
    shopApiExtensions: { schema: shopSchema, resolvers: [RecommendationsShopResolver] },
    adminApiExtensions: { schema: adminSchema, resolvers: operationsResolvers },
    // Relative to src/ as well as to dist/, so that the Dashboard's build finds it in both.
    dashboard: '../src/dashboard/index.tsx',
    configuration: config => {
        config.authOptions.customPermissions.push(readRecommendations, manageRecommendations);
        config.schedulerOptions.tasks.push(trainRecommendationsTask, cleanListsTask);
        return config;
    },
    compatibility: '^3.7.0',
})
export class RecommendationsPlugin {
    static options: RecommendationsOptions = {};

    static init(options: RecommendationsOptions = {}): Type<RecommendationsPlugin> {
        RecommendationsPlugin.options = options;
        return RecommendationsPlugin;
    }
}
