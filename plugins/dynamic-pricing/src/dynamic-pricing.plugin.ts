import { PersonalData } from '@efi/plugin-kit';
import { PluginCommonModule, type Type, VendurePlugin } from '@vendure/core';
import { adminSchema } from './api/admin-schema';
import { PriceDataAdminResolver } from './api/data-admin.resolver';
import { approvePrices, managePricing, readPricing } from './api/permissions';
import { PriceChangeShopResolver } from './api/price-change-shop.resolver';
import {
    OrderReductionShopResolver,
    PriceReductionShopResolver,
    VariantReductionShopResolver,
} from './api/price-reduction-shop.resolver';
import {
    PreviewResultResolver,
    SaveRuleResultResolver,
    SimulationResultResolver,
    StartRunResultResolver,
} from './api/result-types.resolver';
import { RulesAdminResolver } from './api/rules-admin.resolver';
import { DecisionAdminResolver, RunsAdminResolver } from './api/runs-admin.resolver';
import { shopSchema } from './api/shop-schema';
import { configureCheckout } from './infrastructure/checkout/configure-checkout';
import { pricingEntities } from './infrastructure/entities';
import { pricingProviders } from './infrastructure/pricing.providers';
import { fetchFeedsTask, runPricesTask } from './infrastructure/pricing.tasks';
import {
    DYNAMIC_PRICING_OPTIONS,
    type DynamicPricingOptions,
    resolveOptions,
} from './dynamic-pricing.options';
import { personalData } from './personal-data';

/**
 * Prices by rules, within guards that always win, each with its trace. Needs `dynamicPricingMigrations` among the
 * application's migrations. Does nothing until a channel has settings and rules.
 */
@PersonalData(personalData)
@VendurePlugin({
    imports: [PluginCommonModule],
    entities: pricingEntities,
    providers: [
        { provide: DYNAMIC_PRICING_OPTIONS, useFactory: () => resolveOptions(DynamicPricingPlugin.options) },
        ...pricingProviders,
    ],
    shopApiExtensions: {
        schema: shopSchema,
        resolvers: [
            PriceReductionShopResolver,
            VariantReductionShopResolver,
            OrderReductionShopResolver,
            PriceChangeShopResolver,
        ],
    },
    adminApiExtensions: {
        schema: adminSchema,
        resolvers: [
            RulesAdminResolver,
            RunsAdminResolver,
            DecisionAdminResolver,
            PriceDataAdminResolver,
            SaveRuleResultResolver,
            StartRunResultResolver,
            PreviewResultResolver,
            SimulationResultResolver,
        ],
    },
    // Relative to src/ as well as to dist/, so that the Dashboard's build finds it in both.
    dashboard: '../src/dashboard/index.tsx',
    configuration: config => {
        const { runEveryMinutes } = resolveOptions(DynamicPricingPlugin.options);
        config.authOptions.customPermissions.push(readPricing, managePricing, approvePrices);
        config.schedulerOptions.tasks.push(fetchFeedsTask, runPricesTask(runEveryMinutes));
        return configureCheckout(config);
    },
    compatibility: '^3.7.0',
})
export class DynamicPricingPlugin {
    static options: DynamicPricingOptions = {};

    static init(options: DynamicPricingOptions = {}): Type<DynamicPricingPlugin> {
        resolveOptions(options);
        DynamicPricingPlugin.options = options;
        return DynamicPricingPlugin;
    }
}
