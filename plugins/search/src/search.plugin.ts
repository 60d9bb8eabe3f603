import { PluginCommonModule, type Type, VendurePlugin } from '@vendure/core';

/** Product search in PostgreSQL, in one pass. */
@VendurePlugin({
    imports: [PluginCommonModule],
    compatibility: '^3.7.0',
})
export class SearchPlugin {
    static init(): Type<SearchPlugin> {
        return SearchPlugin;
    }
}
