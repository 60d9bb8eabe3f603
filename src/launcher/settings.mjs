import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { LaunchError } from './launch-error.mjs';

/** Folder of the repository's package.json. */
export const projectRoot = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/**
 * What the launcher itself must know. All other settings are checked by `src/env.ts` once it is built.
 *
 * @typedef {object} Settings
 * @property {number} serverPort
 * @property {number} storefrontPort
 * @property {number} workerPort
 * @property {number} sandboxPort - Of our own sandbox payment provider.
 * @property {string} host - Address that the processes listen on.
 * @property {string} dataDir - Absolute.
 * @property {string | undefined} databaseUrl - Of a PostgreSQL that is there already.
 * @property {string | undefined} databaseOwnerUrl
 * @property {boolean} isDemo
 * @property {boolean} ownSandbox - Run a sandbox payment provider, since there is none already.
 * @property {boolean} demo - Load the demo shop into an empty database.
 * @property {boolean} reset - Begin anew: remove all data first.
 * @property {boolean} build - Install and build what is stale.
 */

/** Reads `.env` beside package.json, when there is one, without overriding what is set already. */
export function loadEnvFile() {
    const file = path.join(projectRoot, '.env');
    if (existsSync(file)) {
        process.loadEnvFile(file);
    }
}

/**
 * @param {readonly string[]} args - From the command line.
 * @param {NodeJS.ProcessEnv} env
 * @returns {Settings}
 * @throws {LaunchError} when a port is no number or an argument is unknown.
 */
export function readSettings(args, env) {
    const unknown = args.find(arg => !['--reset', '--no-build', '--empty'].includes(arg));
    if (unknown) {
        throw new LaunchError(
            `unknown argument ${unknown}. Known are --reset (begin anew), --empty (without the demo shop) and --no-build (start what is built).`,
        );
    }
    const isDemo = (env.EFI_MODE || 'demo') !== 'production';
    return {
        serverPort: port(env, 'PORT', 3000),
        storefrontPort: port(env, 'STOREFRONT_PORT', 3001),
        workerPort: port(env, 'WORKER_HEALTH_PORT', 3020),
        sandboxPort: port(env, 'SANDBOX_PORT', 3030),
        host: env.HOST || (isDemo ? '127.0.0.1' : '0.0.0.0'),
        dataDir: path.resolve(projectRoot, env.DATA_DIR || '.data'),
        databaseUrl: env.DATABASE_URL || undefined,
        databaseOwnerUrl: env.DATABASE_OWNER_URL || undefined,
        isDemo,
        ownSandbox: isDemo && !env.SANDBOX_PROVIDER_URL,
        demo: isDemo && !args.includes('--empty'),
        reset: args.includes('--reset'),
        build: !args.includes('--no-build'),
    };
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {string} name
 * @param {number} fallback
 */
function port(env, name, fallback) {
    const number = Number(env[name] || fallback);
    if (!Number.isInteger(number) || number < 1 || number > 65535) {
        throw new LaunchError(`${name} must be a port, a whole number from 1 to 65535 (got "${env[name]}").`);
    }
    return number;
}
