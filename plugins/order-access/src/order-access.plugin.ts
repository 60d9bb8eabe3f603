import { PluginCommonModule, type Type, VendurePlugin } from '@vendure/core';
import { OrderKeyShopResolver } from './api/order-key-shop.resolver';
import { shopSchema } from './api/schema';
import { OrderKeys } from './order-keys';
import { ORDER_ACCESS_OPTIONS, type OrderAccessOptions, resolveOptions } from './order-access.options';
import { OrderAccessStrategy } from './order-access.strategy';

/**
 * Decides who may look at an order by its code, in place of Vendure's own strategy, and gives guests signed keys to
 * theirs. Keeps nothing. Stands before plugins that look at the strategy, such as `@efi/auth-plugin`.
 */
@VendurePlugin({
    imports: [PluginCommonModule],
    providers: [
        { provide: ORDER_ACCESS_OPTIONS, useFactory: () => resolveOptions(OrderAccessPlugin.options) },
        { provide: OrderKeys, useFactory: () => new OrderKeys(OrderAccessPlugin.options.secret) },
    ],
    shopApiExtensions: { schema: shopSchema, resolvers: [OrderKeyShopResolver] },
    configuration: config => {
        const { secret, byCodeAlone } = resolveOptions(OrderAccessPlugin.options);
        const strategy = new OrderAccessStrategy(new OrderKeys(secret), byCodeAlone);
        config.orderOptions.orderByCodeAccessStrategy = strategy;
        return config;
    },
    compatibility: '^3.7.0',
})
export class OrderAccessPlugin {
    static options: OrderAccessOptions;

    static init(options: OrderAccessOptions): Type<OrderAccessPlugin> {
        resolveOptions(options);
        OrderAccessPlugin.options = options;
        return OrderAccessPlugin;
    }
}

const DAY = 24 * 60 * 60;

/** For mails. @returns What makes the key of an order that a link brings. */
export function orderKeyForLinks(options: OrderAccessOptions): (orderCode: string) => string {
    const { secret, daysOfLinks } = resolveOptions(options);
    const keys = new OrderKeys(secret);
    return orderCode => keys.issue(orderCode, daysOfLinks * DAY).key;
}
