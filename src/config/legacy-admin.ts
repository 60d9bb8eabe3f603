import { AdminUiPlugin } from '@vendure/admin-ui-plugin';
import { Logger, type VendureConfig } from '@vendure/core';
import { cp } from 'node:fs/promises';
import path from 'node:path';
import type { Env } from '../env';

const loggerCtx = 'LegacyAdmin';

/**
 * The Angular admin UI at /admin, for shops that still need it. Its plugin writes settings into the files that it
 * serves, which lie in node_modules: it gets a copy of them in DATA_DIR, so that the rest may be read-only.
 */
export function legacyAdminPlugins(env: Env): NonNullable<VendureConfig['plugins']> {
    if (!env.EFI_LEGACY_ADMIN) {
        return [];
    }
    const copy = path.join(env.DATA_DIR, 'legacy-admin');
    return [
        AdminUiPlugin.init({
            route: 'admin',
            port: env.PORT,
            adminUiConfig: { tokenMethod: 'cookie' },
            app: { path: copy, compile: () => copyApp(copy) },
        }),
    ];
}

async function copyApp(target: string): Promise<void> {
    const source = path.join(path.dirname(require.resolve('@vendure/admin-ui-plugin')), 'admin-ui/browser');
    try {
        await cp(source, target, { recursive: true });
    } catch (error) {
        Logger.error(
            `/admin will not work: its files could not be copied to ${target} (${String(error)}). ` +
                'Make DATA_DIR writable, or start without EFI_LEGACY_ADMIN.',
            loggerCtx,
        );
        throw error;
    }
}
