import { PluginCommonModule, type Type, VendurePlugin } from '@vendure/core';
import { FraudAdminResolver } from './api/fraud-admin.resolver';
import { FraudShopResolver } from './api/fraud-shop.resolver';
import { manageFraud } from './api/permissions';
import { PublishResultResolver } from './api/publish-result.resolver';
import { adminSchema, shopSchema } from './api/schema';
import { NoticeStore } from './application/ports/notice-store.port';
import { PublishNotice } from './application/publish-notice';
import { EfiFraudNotice } from './infrastructure/notice.entity';
import { TypeOrmNoticeStore } from './infrastructure/typeorm-notice-store';
import { FRAUD_OPTIONS, type FraudOptions, resolveOptions } from './fraud.options';

/**
 * Short messages to shoppers that show and hide by the clock.
 *
 * @example
 * ```ts
 * plugins: [FraudPlugin.init({ maxTextLength: 120 })],
 * ```
 */
@VendurePlugin({
    imports: [PluginCommonModule],
    entities: [EfiFraudNotice],
    adminApiExtensions: { schema: adminSchema, resolvers: [FraudAdminResolver, PublishResultResolver] },
    shopApiExtensions: { schema: shopSchema, resolvers: [FraudShopResolver] },
    // Relative to src/ as well as to dist/, so that the Dashboard's build finds it in both.
    dashboard: '../src/dashboard/index.tsx',
    providers: [
        { provide: FRAUD_OPTIONS, useFactory: () => resolveOptions(FraudPlugin.options) },
        { provide: NoticeStore, useClass: TypeOrmNoticeStore },
        {
            provide: PublishNotice,
            inject: [NoticeStore, FRAUD_OPTIONS],
            useFactory: (notices: NoticeStore, options: Required<FraudOptions>) =>
                new PublishNotice(notices, options.maxTextLength),
        },
    ],
    configuration: config => {
        config.authOptions.customPermissions.push(manageFraud);
        return config;
    },
    compatibility: '^3.7.0',
})
export class FraudPlugin {
    static options: FraudOptions = {};

    static init(options: FraudOptions = {}): Type<FraudPlugin> {
        FraudPlugin.options = options;
        return FraudPlugin;
    }
}
