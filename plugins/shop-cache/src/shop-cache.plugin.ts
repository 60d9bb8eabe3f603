import { PluginCommonModule, type Type, VendurePlugin } from '@vendure/core';
import { shopCacheMiddleware } from './infrastructure/http/shop-cache.middleware';
import { ChangeTeller } from './infrastructure/revalidation/change-teller';
import { RevalidationQueue } from './infrastructure/revalidation/revalidation.queue';
import { ShopCacheService } from './infrastructure/shop-cache.service';
import { schemaPlugin } from './infrastructure/shop-schema';
import { resolveOptions, SHOP_CACHE_OPTIONS, type ShopCacheOptions } from './shop-cache.options';

/**
 * Answers what everybody gets the same answer to from memory, ahead of Nest and Apollo, and never with an answer that
 * is no longer right.
 *
 * @example
 * ```ts
 * plugins: [ShopCachePlugin.init({ maxBytes: 256 * 1024 * 1024 })],
 * ```
 */
@VendurePlugin({
    imports: [PluginCommonModule],
    providers: [
        { provide: SHOP_CACHE_OPTIONS, useFactory: () => resolveOptions(ShopCachePlugin.options) },
        ShopCacheService,
        RevalidationQueue,
        ChangeTeller,
    ],
    configuration: config => {
        const { apiOptions } = config;
        const middleware = shopCacheMiddleware(apiOptions.shopApiPath);
        // A configuration may be used for more than one start.
        if (!apiOptions.middleware.some(({ handler }) => handler === middleware.handler)) {
            apiOptions.middleware = [...apiOptions.middleware, middleware];
            apiOptions.apolloServerPlugins = [...apiOptions.apolloServerPlugins, schemaPlugin];
        }
        return config;
    },
    compatibility: '^3.7.0',
})
export class ShopCachePlugin {
    static options: ShopCacheOptions = {};

    static init(options: ShopCacheOptions = {}): Type<ShopCachePlugin> {
        ShopCachePlugin.options = options;
        return ShopCachePlugin;
    }
}
