import { PluginCommonModule, type Type, VendurePlugin } from '@vendure/core';

/** The REST API under /api/v1: its shell, and what it serves. */
@VendurePlugin({
    imports: [PluginCommonModule],
    compatibility: '^3.7.0',
})
export class RestApiPlugin {
    static init(): Type<RestApiPlugin> {
        return RestApiPlugin;
    }
}
