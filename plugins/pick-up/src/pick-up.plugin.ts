import { PluginCommonModule, type Type, VendurePlugin } from '@vendure/core';
import { PickUpAdminResolver } from './api/pick-up-admin.resolver';
import { PickUpPlacesShopResolver, PickUpStockShopResolver } from './api/pick-up-shop.resolver';
import { adminSchema, shopSchema } from './api/schema';
import { PickUpStock } from './infrastructure/pick-up-stock';
import { addPlaceField } from './infrastructure/place-field';
import { PICK_UP_OPTIONS, type PickUpOptions, resolveOptions } from './pick-up.options';

/**
 * Tells shoppers at which places they can fetch a variant now. Needs `pickUpMigrations` among the application's
 * migrations.
 */
@VendurePlugin({
    imports: [PluginCommonModule],
    providers: [
        { provide: PICK_UP_OPTIONS, useFactory: () => resolveOptions(PickUpPlugin.options) },
        PickUpStock,
    ],
    shopApiExtensions: {
        schema: shopSchema,
        resolvers: [PickUpPlacesShopResolver, PickUpStockShopResolver],
    },
    adminApiExtensions: { schema: adminSchema, resolvers: [PickUpAdminResolver] },
    configuration: config => {
        addPlaceField(config);
        return config;
    },
    // Has to be a literal: the Dashboard's build reads it, from here as well as from dist.
    dashboard: '../src/dashboard/index.tsx',
    compatibility: '^3.7.0',
})
export class PickUpPlugin {
    static options: PickUpOptions = {};

    static init(options: PickUpOptions = {}): Type<PickUpPlugin> {
        PickUpPlugin.options = options;
        return PickUpPlugin;
    }
}
