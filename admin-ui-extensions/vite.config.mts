import { vendureDashboardPlugin } from '@vendure/dashboard/vite';
import path from 'node:path';
import { defineConfig } from 'vite';
import { branding } from './branding.mts';

const here = import.meta.dirname;

/**
 * Builds the Dashboard with our extensions and those of every plugin in the server's configuration into
 * `dist/dashboard`, from where the server serves it. The browser finds the API where it found the page, so one
 * build serves every host and port.
 */
export default defineConfig({
    base: '/dashboard/',
    publicDir: path.join(here, 'public'),
    build: {
        outDir: path.join(here, 'dist/dashboard'),
        emptyOutDir: true,
        chunkSizeWarningLimit: 5000,
    },
    plugins: [
        branding(),
        vendureDashboardPlugin({
            vendureConfigPath: path.join(here, '../src/vendure-config.ts'),
            // The session stays in an HTTP-only cookie, out of reach of scripts; a bearer token would lie in localStorage.
            api: { host: 'auto', port: 'auto', tokenMethod: 'cookie' },
            theme: { light: lightTheme(), dark: darkTheme() },
        }),
    ],
});

function lightTheme() {
    return {
        brand: '#1d5b43',
        'brand-lighter': '#4f9a7b',
        'brand-darker': '#113a2a',
        primary: '#1d5b43',
        'primary-foreground': '#ffffff',
        ring: '#4f9a7b',
        sidebar: '#f4f7f5',
        'sidebar-primary': '#1d5b43',
        'sidebar-primary-foreground': '#ffffff',
        'sidebar-ring': '#4f9a7b',
    };
}

function darkTheme() {
    return {
        brand: '#6cc3a0',
        'brand-lighter': '#a6dcc6',
        'brand-darker': '#3c8a6b',
        primary: '#6cc3a0',
        'primary-foreground': '#0d1f17',
        ring: '#3c8a6b',
        'sidebar-primary': '#6cc3a0',
        'sidebar-primary-foreground': '#0d1f17',
        'sidebar-ring': '#3c8a6b',
    };
}
