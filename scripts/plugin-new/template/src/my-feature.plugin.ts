import { PluginCommonModule, type Type, VendurePlugin } from '@vendure/core';
import { MyFeatureAdminResolver } from './api/my-feature-admin.resolver';
import { MyFeatureShopResolver } from './api/my-feature-shop.resolver';
import { manageMyFeature } from './api/permissions';
import { PublishResultResolver } from './api/publish-result.resolver';
import { adminSchema, shopSchema } from './api/schema';
import { NoticeStore } from './application/ports/notice-store.port';
import { PublishNotice } from './application/publish-notice';
import { EfiMyFeatureNotice } from './infrastructure/notice.entity';
import { TypeOrmNoticeStore } from './infrastructure/typeorm-notice-store';
import { MY_FEATURE_OPTIONS, type MyFeatureOptions, resolveOptions } from './my-feature.options';

/**
 * Short messages to shoppers that show and hide by the clock.
 *
 * @example
 * ```ts
 * plugins: [MyFeaturePlugin.init({ maxTextLength: 120 })],
 * ```
 */
@VendurePlugin({
    imports: [PluginCommonModule],
    entities: [EfiMyFeatureNotice],
    adminApiExtensions: { schema: adminSchema, resolvers: [MyFeatureAdminResolver, PublishResultResolver] },
    shopApiExtensions: { schema: shopSchema, resolvers: [MyFeatureShopResolver] },
    // Relative to src/ as well as to dist/, so that the Dashboard's build finds it in both.
    dashboard: '../src/dashboard/index.tsx',
    providers: [
        { provide: MY_FEATURE_OPTIONS, useFactory: () => resolveOptions(MyFeaturePlugin.options) },
        { provide: NoticeStore, useClass: TypeOrmNoticeStore },
        {
            provide: PublishNotice,
            inject: [NoticeStore, MY_FEATURE_OPTIONS],
            useFactory: (notices: NoticeStore, options: Required<MyFeatureOptions>) =>
                new PublishNotice(notices, options.maxTextLength),
        },
    ],
    configuration: config => {
        config.authOptions.customPermissions.push(manageMyFeature);
        return config;
    },
    compatibility: '^3.7.0',
})
export class MyFeaturePlugin {
    static options: MyFeatureOptions = {};

    static init(options: MyFeatureOptions = {}): Type<MyFeaturePlugin> {
        MyFeaturePlugin.options = options;
        return MyFeaturePlugin;
    }
}
