import {
    type APIExtensionDefinition,
    isDynamicModule,
    PLUGIN_METADATA,
    type RuntimeVendureConfig,
    VendurePlugin,
} from '@vendure/core';
import { concatAST } from 'graphql';

/** As the plugins declare them, by their classes. */
const declared = {
    [PLUGIN_METADATA.SHOP_API_EXTENSIONS]: new WeakMap<object, APIExtensionDefinition>(),
    [PLUGIN_METADATA.ADMIN_API_EXTENSIONS]: new WeakMap<object, APIExtensionDefinition>(),
};

/**
 * Extends each API's schema once, by what all plugins add to it. Vendure checks and builds the whole schema anew for each
 * of them, which was half a second of a start.
 */
@VendurePlugin({
    configuration: config => {
        extendTogether(config.plugins);
        return config;
    },
    compatibility: '^3.7.0',
})
export class OneExtensionPlugin {}

/** The first that extends an API brings what all of them do. Their resolvers and scalars stay their own. */
export function extendTogether(plugins: RuntimeVendureConfig['plugins']): void {
    const classes = plugins.map(plugin => (isDynamicModule(plugin) ? plugin.module : plugin));
    for (const [key, known] of Object.entries(declared)) {
        const extensions = classes.flatMap(plugin => {
            const found =
                known.get(plugin) ?? (Reflect.getMetadata(key, plugin) as APIExtensionDefinition | undefined);
            return found ? [{ plugin, declaration: found }] : [];
        });
        const together: APIExtensionDefinition['schema'] = schema =>
            concatAST(
                extensions.flatMap(
                    ({ declaration }) =>
                        (typeof declaration.schema === 'function'
                            ? declaration.schema(schema)
                            : declaration.schema) ?? [],
                ),
            );
        for (const [index, { plugin, declaration }] of extensions.entries()) {
            known.set(plugin, declaration);
            Reflect.defineMetadata(key, { ...declaration, schema: index ? undefined : together }, plugin);
        }
    }
}
