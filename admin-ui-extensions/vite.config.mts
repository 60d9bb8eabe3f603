import { vendureDashboardPlugin } from '@vendure/dashboard/vite';
import path from 'node:path';
import { defineConfig } from 'vite';
import { branding } from './branding.mts';
import { theme } from './theme.mts';

const here = import.meta.dirname;

/**
 * Builds the Dashboard with our extensions and those of every plugin in the server's configuration into
 * `dist/dashboard`, from where the server serves it. The browser finds the API where it found the page, so one
 * build serves every host and port.
 */
export default defineConfig({
    base: '/dashboard/',
    publicDir: path.join(here, 'public'),
    // While developing, the page comes from Vite and the API from the server.
    server: {
        port: 5173,
        strictPort: true,
        proxy: { '/admin-api': `http://127.0.0.1:${process.env.PORT ?? '3000'}` },
    },
    build: {
        outDir: path.join(here, 'dist/dashboard'),
        emptyOutDir: true,
        chunkSizeWarningLimit: 5000,
    },
    plugins: [
        branding(),
        vendureDashboardPlugin({
            vendureConfigPath: path.join(here, '../src/vendure-config.ts'),
            api: { host: 'auto', port: 'auto', tokenMethod: 'cookie' },
            theme,
        }),
    ],
});
