import { PluginCommonModule, type Type, VendurePlugin } from '@vendure/core';
import { DeliveryTimeAdminResolver } from './api/delivery-time-admin.resolver';
import { PublicDeliveryTimeResolver, QuoteDeliveryTimeResolver } from './api/delivery-time.resolver';
import { adminSchema, shopSchema } from './api/schema';
import { addDeliveryTimeField } from './delivery-time-field';
import { DeliveryTimeMessages } from './delivery-time.messages';

/**
 * Has staff write down with each shipping method how long it takes, and tells shops. Needs `deliveryTimeMigrations` among
 * the application's migrations.
 */
@VendurePlugin({
    imports: [PluginCommonModule],
    providers: [DeliveryTimeMessages],
    shopApiExtensions: {
        schema: shopSchema,
        resolvers: [QuoteDeliveryTimeResolver, PublicDeliveryTimeResolver],
    },
    adminApiExtensions: { schema: adminSchema, resolvers: [DeliveryTimeAdminResolver] },
    configuration: config => {
        addDeliveryTimeField(config);
        return config;
    },
    // Has to be a literal: the Dashboard's build reads it, from here as well as from dist.
    dashboard: '../src/dashboard/index.tsx',
    compatibility: '^3.7.0',
})
export class DeliveryTimePlugin {
    static init(): Type<DeliveryTimePlugin> {
        return DeliveryTimePlugin;
    }
}
