import { PersonalData } from '@efi/plugin-kit';
import { PluginCommonModule, type Type, VendurePlugin } from '@vendure/core';
import { LowestPriceShopResolver } from './api/lowest-price-shop.resolver';
import { PriceHistoryAdminResolver } from './api/price-history-admin.resolver';
import { adminSchema, shopSchema } from './api/schema';
import { PriceHistoryEntry } from './infrastructure/price-history-entry.entity';
import { PriceHistoryService } from './infrastructure/price-history.service';
import {
    PRICE_HISTORY_OPTIONS,
    type PriceHistoryOptions,
    type ResolvedPriceHistoryOptions,
    resolvePriceHistoryOptions,
} from './price-history.options';
import { personalData } from './personal-data';

/**
 * Keeps every price that a variant had, by triggers in the database, and tells the lowest of the last 30 days.
 * Needs `priceHistoryMigrations` among the application's migrations.
 */
@PersonalData(personalData)
@VendurePlugin({
    imports: [PluginCommonModule],
    entities: [PriceHistoryEntry],
    providers: [
        { provide: PRICE_HISTORY_OPTIONS, useFactory: () => PriceHistoryPlugin.options },
        PriceHistoryService,
    ],
    shopApiExtensions: { schema: shopSchema, resolvers: [LowestPriceShopResolver] },
    adminApiExtensions: { schema: adminSchema, resolvers: [PriceHistoryAdminResolver] },
    // Has to be a literal: the Dashboard's build reads it, from here as well as from dist.
    dashboard: '../src/dashboard/index.tsx',
    compatibility: '^3.7.0',
})
export class PriceHistoryPlugin {
    private static options: ResolvedPriceHistoryOptions = resolvePriceHistoryOptions({});

    static init(options: PriceHistoryOptions = {}): Type<PriceHistoryPlugin> {
        PriceHistoryPlugin.options = resolvePriceHistoryOptions(options);
        return PriceHistoryPlugin;
    }
}
