import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** @import { BuildTarget } from './staleness.mjs' */

/**
 * @typedef {BuildTarget & {
 *     label: string,
 *     npmArgs: readonly string[],
 * }} Build
 */

const standalone = 'storefront/.next/standalone/storefront';

/**
 * What the shop runs from, in the order in which it must be built: the Dashboard's build loads the plugins' output.
 *
 * @param {string} root
 * @returns {Build[]}
 */
export function builds(root) {
    const plugins = readdirSync(path.join(root, 'plugins')).filter(name =>
        existsSync(path.join(root, 'plugins', name, 'tsconfig.json')),
    );
    const common = [
        'package-lock.json',
        'tsconfig.json',
        'tsconfig.base.json',
        'plugins',
        'admin-ui-extensions',
    ];
    return [
        {
            name: 'server',
            label: 'Build the server',
            inputs: [...common, 'src', 'migrations'],
            outputs: [
                'dist/src/index.js',
                'dist/src/index-worker.js',
                ...plugins.map(name => `plugins/${name}/dist/index.js`),
            ],
            stamp: 'dist/build-stamp.json',
            npmArgs: ['run', 'build'],
        },
        {
            name: 'dashboard',
            label: 'Build the Dashboard',
            // The plugins that the configuration names bring screens of their own.
            inputs: [...common, 'src/vendure-config.ts'],
            outputs: ['admin-ui-extensions/dist/dashboard/index.html'],
            stamp: 'admin-ui-extensions/dist/dashboard/build-stamp.json',
            npmArgs: ['run', 'build', '-w', 'admin-ui-extensions'],
        },
        {
            name: 'storefront',
            label: 'Build the storefront',
            inputs: ['package-lock.json', 'storefront'],
            outputs: [`${standalone}/server.js`, `${standalone}/.next/static`],
            stamp: 'storefront/.next/build-stamp.json',
            npmArgs: ['run', 'build', '-w', 'storefront'],
        },
    ];
}
