import { StoreDashboardPlugin } from '@efi/admin-ui-extensions';
import type { VendureConfig } from '@vendure/core';
import { DashboardPlugin } from '@vendure/dashboard/plugin';
import { GraphiqlPlugin } from '@vendure/graphiql-plugin';
import path from 'node:path';
import type { Env } from '../env';
import { projectRoot } from '../project-root';
import { legacyAdminPlugins } from './legacy-admin';

type Plugins = NonNullable<VendureConfig['plugins']>;

/** The administration in the browser: the Dashboard, and in demo mode GraphiQL for both APIs. */
export function adminPlugins(env: Env): Plugins {
    const route = 'dashboard';
    const appDir = path.join(projectRoot, 'admin-ui-extensions/dist/dashboard');
    return [
        StoreDashboardPlugin.init({ route, appDir, imageOrigins: [new URL(env.SERVER_URL).origin] }),
        // Brings the queries and settings that the Dashboard needs. Its own serving never gets to run.
        DashboardPlugin.init({ route, appDir }),
        ...(env.isProduction ? [] : [GraphiqlPlugin.init()]),
        ...legacyAdminPlugins(env),
    ];
}
