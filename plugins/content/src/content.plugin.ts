import { PersonalData } from '@efi/plugin-kit';
import { PluginCommonModule, type Type, VendurePlugin } from '@vendure/core';
import { adminSchema } from './api/admin-schema';
import {
    ContentAdminResolver,
    ContentEntryResolver,
    SaveContentResultResolver,
} from './api/content-admin.resolver';
import {
    ContentBlockResolver,
    ContentMenuResolver,
    ContentPageResolver,
    ContentShopResolver,
} from './api/content-shop.resolver';
import { contentPermission } from './api/permissions';
import { shopSchema } from './api/shop-schema';
import { CONTENT_OPTIONS, type ContentOptions, resolveOptions } from './content.options';
import { ContentReader } from './infrastructure/content-reader';
import { ContentSlugs } from './infrastructure/content-slugs';
import { ContentStore } from './infrastructure/content-store';
import { EfiContentPage, EfiContentSlug, EfiContentVersion } from './infrastructure/entities';
import { PreviewLinks } from './infrastructure/preview-links';
import { PreviewTokens } from './infrastructure/preview-tokens';
import { PublishedContent } from './infrastructure/published-content';
import { References } from './infrastructure/references';
import { personalData } from './personal-data';

/**
 * Home, landing and legal pages and menus that merchandisers write, look at, publish and schedule. Needs
 * `contentMigrations` among the application's migrations.
 */
@PersonalData(personalData)
@VendurePlugin({
    imports: [PluginCommonModule],
    entities: [EfiContentPage, EfiContentVersion, EfiContentSlug],
    providers: [
        { provide: CONTENT_OPTIONS, useFactory: () => resolveOptions(ContentPlugin.options) },
        ...[
            ContentStore,
            References,
            ContentSlugs,
            PublishedContent,
            ContentReader,
            PreviewTokens,
            PreviewLinks,
        ],
    ],
    adminApiExtensions: {
        schema: adminSchema,
        resolvers: [ContentAdminResolver, ContentEntryResolver, SaveContentResultResolver],
    },
    shopApiExtensions: {
        schema: shopSchema,
        resolvers: [ContentShopResolver, ContentPageResolver, ContentMenuResolver, ContentBlockResolver],
    },
    // Relative to src/ as well as to dist/, so that the Dashboard's build finds it in both.
    dashboard: '../src/dashboard/index.tsx',
    configuration: config => {
        config.authOptions.customPermissions.push(contentPermission);
        return config;
    },
    compatibility: '^3.7.0',
})
export class ContentPlugin {
    static options: ContentOptions;

    static init(options: ContentOptions): Type<ContentPlugin> {
        resolveOptions(options);
        ContentPlugin.options = options;
        return ContentPlugin;
    }
}
