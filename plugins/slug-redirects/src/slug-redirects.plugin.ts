import { PersonalData } from '@efi/plugin-kit';
import { PluginCommonModule, type Type, VendurePlugin } from '@vendure/core';
import { schema } from './api/schema';
import { SlugShopResolver } from './api/slug-shop.resolver';
import { CurrentSlugs } from './infrastructure/current-slugs';
import { OldSlug } from './infrastructure/old-slug.entity';
import { personalData } from './personal-data';

/**
 * Writes down every slug that a product or collection had before, by triggers in the database, and tells the one that
 * is right now. Needs `slugRedirectsMigrations` among the application's migrations.
 */
@PersonalData(personalData)
@VendurePlugin({
    imports: [PluginCommonModule],
    entities: [OldSlug],
    providers: [CurrentSlugs],
    shopApiExtensions: { schema, resolvers: [SlugShopResolver] },
    compatibility: '^3.7.0',
})
export class SlugRedirectsPlugin {
    static init(): Type<SlugRedirectsPlugin> {
        return SlugRedirectsPlugin;
    }
}
