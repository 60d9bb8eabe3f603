import { PluginCommonModule, type Type, VendurePlugin } from '@vendure/core';
import { dashboardApp } from './serving/dashboard-app';
import { keepTokenFromScripts } from './serving/keep-token-from-scripts';
import {
    defaultOptions,
    STORE_DASHBOARD_OPTIONS,
    type StoreDashboardOptions,
} from './store-dashboard.options';
import { TodaySalesResolver } from './today-sales/today-sales.resolver';
import { todaySalesSchema } from './today-sales/today-sales.schema';
import { TodaySalesService } from './today-sales/today-sales.service';

export type { StoreDashboardOptions } from './store-dashboard.options';

/**
 * The store's Dashboard: serves its build with our branding, and adds the home page's widget for today's sales.
 * Vendure's own `DashboardPlugin` belongs beside it, for the queries and settings that the Dashboard needs.
 */
@VendurePlugin({
    imports: [PluginCommonModule],
    providers: [
        { provide: STORE_DASHBOARD_OPTIONS, useFactory: () => StoreDashboardPlugin.options },
        TodaySalesService,
    ],
    adminApiExtensions: { schema: todaySalesSchema, resolvers: [TodaySalesResolver] },
    // Has to be a literal: the Dashboard's build reads it from the source.
    dashboard: './dashboard/index.tsx',
    configuration: config => {
        const { route, appDir, imageOrigins } = StoreDashboardPlugin.options;
        // Ahead of Nest's own middleware, and so ahead of that of DashboardPlugin on the same route.
        config.apiOptions.middleware.push(
            { route: `/${route}`, handler: dashboardApp(appDir, imageOrigins), beforeListen: true },
            {
                route: `/${config.apiOptions.adminApiPath}`,
                handler: keepTokenFromScripts(config.authOptions.authTokenHeaderKey),
                beforeListen: true,
            },
        );
        return config;
    },
    compatibility: '^3.7.0',
})
export class StoreDashboardPlugin {
    /** @internal */
    static options: StoreDashboardOptions;

    static init(
        options: Partial<StoreDashboardOptions> & Pick<StoreDashboardOptions, 'appDir'>,
    ): Type<StoreDashboardPlugin> {
        StoreDashboardPlugin.options = { ...defaultOptions, ...options };
        return StoreDashboardPlugin;
    }
}
