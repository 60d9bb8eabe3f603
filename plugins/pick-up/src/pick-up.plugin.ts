import { PersonalData } from '@efi/plugin-kit';
import { PluginCommonModule, type Type, VendurePlugin } from '@vendure/core';
import {
    IsPickUpMethodResolver,
    IsPickUpPublicResolver,
    IsPickUpQuoteResolver,
} from './api/is-pick-up.resolver';
import { OrderPlaceAddressResolver, OrderPlaceResolver } from './api/order-place.resolver';
import { PickUpAdminResolver } from './api/pick-up-admin.resolver';
import {
    OrderPlaceShopResolver,
    PickUpOptionShopResolver,
    PickUpOptionsShopResolver,
    PickUpPlaceShopResolver,
    PickUpPlacesShopResolver,
    PickUpStockShopResolver,
    SetPlaceResultResolver,
} from './api/pick-up-shop.resolver';
import { adminSchema, shopSchema } from './api/schema';
import { ChoosePlace } from './infrastructure/choose-place';
import { addOrderPlaceField } from './infrastructure/order-place-field';
import { PickUpOrders } from './infrastructure/pick-up-orders';
import { PickUpStock } from './infrastructure/pick-up-stock';
import { PickUpProcess } from './infrastructure/pick-up.process';
import { addPlaceFields } from './infrastructure/place-field';
import { personalData } from './personal-data';
import { PickUpMessages } from './pick-up.messages';
import { PICK_UP_OPTIONS, type PickUpOptions, resolveOptions } from './pick-up.options';

/**
 * Places where shoppers fetch what they ordered: what is there now, and the place of each order. Needs
 * `pickUpMigrations` among the application's migrations.
 */
@PersonalData(personalData)
@VendurePlugin({
    imports: [PluginCommonModule],
    providers: [
        { provide: PICK_UP_OPTIONS, useFactory: () => resolveOptions(PickUpPlugin.options) },
        PickUpStock,
        PickUpOrders,
        ChoosePlace,
        PickUpMessages,
    ],
    shopApiExtensions: {
        schema: () => shopSchema(resolveOptions(PickUpPlugin.options)),
        resolvers: [
            PickUpPlacesShopResolver,
            PickUpPlaceShopResolver,
            PickUpStockShopResolver,
            PickUpOptionsShopResolver,
            PickUpOptionShopResolver,
            OrderPlaceResolver,
            OrderPlaceShopResolver,
            IsPickUpQuoteResolver,
            IsPickUpMethodResolver,
            IsPickUpPublicResolver,
            SetPlaceResultResolver,
        ],
    },
    adminApiExtensions: {
        schema: adminSchema,
        resolvers: [PickUpAdminResolver, OrderPlaceResolver, OrderPlaceAddressResolver],
    },
    configuration: config => {
        addPlaceFields(config);
        addOrderPlaceField(config);
        config.orderOptions.process = [...config.orderOptions.process, new PickUpProcess()];
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
