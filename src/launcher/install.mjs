import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { readJson } from './small-file.mjs';

/**
 * @typedef {object} LockedPackage
 * @property {string} [version]
 * @property {boolean} [optional]
 * @property {boolean} [devOptional]
 * @property {boolean} [link]
 */

/** @typedef {{ packages?: Record<string, LockedPackage> }} PackageLock */

/**
 * Whether `node_modules` lacks something of package-lock.json. npm writes down what it installed, as the last thing
 * it does; an install that was killed, or was never there, has no such record.
 *
 * @param {string} root
 */
export function needsInstall(root) {
    const wanted = /** @type {PackageLock | undefined} */ (readJson(path.join(root, 'package-lock.json')));
    const installed = /** @type {PackageLock | undefined} */ (
        readJson(path.join(root, 'node_modules/.package-lock.json'))
    );
    return !installed || differs(wanted ?? {}, installed) || !hasWorkspaceModules(root, installed);
}

/**
 * Removes a tree that npm has not finished: it would take a package of which half is there for whole.
 *
 * @param {string} root
 */
export function removeHalfInstalled(root) {
    const modules = path.join(root, 'node_modules');
    if (existsSync(modules) && !existsSync(path.join(modules, '.package-lock.json'))) {
        rmSync(modules, { recursive: true, force: true });
    }
}

/**
 * Whether the installed tree is another than the wanted one. Optional packages may be missing: they are for other
 * systems.
 *
 * @param {PackageLock} wanted
 * @param {PackageLock} installed
 */
export function differs(wanted, installed) {
    const there = installed.packages ?? {};
    return Object.entries(wanted.packages ?? {}).some(([where, locked]) => {
        const isPackage = where.includes('node_modules/');
        const isOptional = locked.optional || locked.devOptional;
        const found = there[where];
        return isPackage && (found ? found.version !== locked.version : !isOptional);
    });
}

/**
 * npm's record stays when only a workspace's own `node_modules` is removed.
 *
 * @param {string} root
 * @param {PackageLock} installed
 */
function hasWorkspaceModules(root, installed) {
    return Object.keys(installed.packages ?? {})
        .filter(where => !where.startsWith('node_modules/'))
        .every(where => existsSync(path.join(root, where)));
}

/**
 * How to run npm: by the very npm that started us when there is one.
 *
 * @param {NodeJS.ProcessEnv} env
 * @param {readonly string[]} args
 * @returns {{ command: string, args: string[] }}
 */
export function npmCommand(env, args) {
    return env.npm_execpath?.endsWith('.js')
        ? { command: process.execPath, args: [env.npm_execpath, ...args] }
        : { command: 'npm', args: [...args] };
}
