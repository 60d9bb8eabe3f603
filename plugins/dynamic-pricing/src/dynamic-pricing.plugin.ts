import { PluginCommonModule, type Type, VendurePlugin } from '@vendure/core';
import { DynamicPricingAdminResolver } from './api/dynamic-pricing-admin.resolver';
import { DynamicPricingShopResolver } from './api/dynamic-pricing-shop.resolver';
import { manageDynamicPricing } from './api/permissions';
import { PublishResultResolver } from './api/publish-result.resolver';
import { adminSchema, shopSchema } from './api/schema';
import { NoticeStore } from './application/ports/notice-store.port';
import { PublishNotice } from './application/publish-notice';
import { EfiDynamicPricingNotice } from './infrastructure/notice.entity';
import { TypeOrmNoticeStore } from './infrastructure/typeorm-notice-store';
import {
    DYNAMIC_PRICING_OPTIONS,
    type DynamicPricingOptions,
    resolveOptions,
} from './dynamic-pricing.options';

/**
 * Short messages to shoppers that show and hide by the clock.
 *
 * @example
 * ```ts
 * plugins: [DynamicPricingPlugin.init({ maxTextLength: 120 })],
 * ```
 */
@VendurePlugin({
    imports: [PluginCommonModule],
    entities: [EfiDynamicPricingNotice],
    adminApiExtensions: {
        schema: adminSchema,
        resolvers: [DynamicPricingAdminResolver, PublishResultResolver],
    },
    shopApiExtensions: { schema: shopSchema, resolvers: [DynamicPricingShopResolver] },
    // Relative to src/ as well as to dist/, so that the Dashboard's build finds it in both.
    dashboard: '../src/dashboard/index.tsx',
    providers: [
        { provide: DYNAMIC_PRICING_OPTIONS, useFactory: () => resolveOptions(DynamicPricingPlugin.options) },
        { provide: NoticeStore, useClass: TypeOrmNoticeStore },
        {
            provide: PublishNotice,
            inject: [NoticeStore, DYNAMIC_PRICING_OPTIONS],
            useFactory: (notices: NoticeStore, options: Required<DynamicPricingOptions>) =>
                new PublishNotice(notices, options.maxTextLength),
        },
    ],
    configuration: config => {
        config.authOptions.customPermissions.push(manageDynamicPricing);
        return config;
    },
    compatibility: '^3.7.0',
})
export class DynamicPricingPlugin {
    static options: DynamicPricingOptions = {};

    static init(options: DynamicPricingOptions = {}): Type<DynamicPricingPlugin> {
        DynamicPricingPlugin.options = options;
        return DynamicPricingPlugin;
    }
}
