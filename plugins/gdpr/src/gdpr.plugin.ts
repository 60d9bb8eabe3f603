import { PluginCommonModule, type Type, VendurePlugin } from '@vendure/core';

/**
 * What a shop owes the people whose data it has: knowing what it keeps, giving it out and erasing it.
 *
 * @example
 * ```ts
 * plugins: [GdprPlugin.init()],
 * ```
 */
@VendurePlugin({
    imports: [PluginCommonModule],
    compatibility: '^3.7.0',
})
export class GdprPlugin {
    static init(): Type<GdprPlugin> {
        return GdprPlugin;
    }
}
