import type { Type, VendureConfig } from '@vendure/core';
import type { RestRoute } from './rest-route';

const routesOfPlugins = new WeakMap<object, () => readonly RestRoute[]>();

/**
 * Names the routes of `/api/v1` that a plugin brings. `@efi/rest-api-plugin` serves those of every plugin in the
 * configuration; where it is not installed, the decorator does nothing.
 *
 * @param routes - Called after the plugin's `init()`, so it may depend on options.
 *
 * @example
 * ```ts
 * @RestRoutes(() => [createToken, refreshToken])
 * @VendurePlugin({ ... })
 * export class AuthPlugin {}
 * ```
 */
export function RestRoutes(routes: () => readonly RestRoute[]): ClassDecorator {
    return plugin => {
        routesOfPlugins.set(plugin, routes);
    };
}

/** The routes of all plugins in a configuration, in its order. Needs neither a running server nor a database. */
export function restRoutesOf(plugins: VendureConfig['plugins']): RestRoute[] {
    return (plugins ?? []).flatMap(plugin => {
        const type: Type<unknown> = 'module' in plugin ? plugin.module : plugin;
        return [...(routesOfPlugins.get(type)?.() ?? [])];
    });
}
