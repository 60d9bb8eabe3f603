import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { freshLog } from './log-file.mjs';
import { projectRoot } from './settings.mjs';

/** @import { ServiceSpec } from './service.mjs' */
/** @import { Settings } from './settings.mjs' */

/**
 * For Node, of the server: up to 64 MB for what is young. An answer makes many small objects that are needed until it is
 * sent; in less they are moved several times before that. It grows by itself: to begin with so much makes starting slower.
 *
 * @type {readonly string[]}
 */
const serverFlags = JSON.parse(readFileSync(new URL('server-flags.json', import.meta.url), 'utf8'));

/**
 * The processes of the shop, from what was built. A payment provider is among them in demo mode only.
 *
 * @param {Settings} settings
 * @param {NodeJS.ProcessEnv} env - With the database's addresses.
 * @returns {{ server: ServiceSpec, worker: ServiceSpec, storefront: ServiceSpec, sandbox: ServiceSpec | undefined }}
 */
export function serviceSpecs(settings, env) {
    const node = { command: process.execPath, cwd: projectRoot, env, ipc: true };
    const logs = path.join(settings.dataDir, 'logs');
    return {
        server: {
            ...node,
            name: 'server',
            label: 'The server',
            args: [...serverFlags, 'dist/src/index.js'],
            logFile: freshLog(logs, 'server'),
            isReady: () => answers(settings, settings.serverPort),
        },
        worker: {
            ...node,
            name: 'worker',
            label: 'The worker',
            args: ['dist/src/index-worker.js'],
            logFile: freshLog(logs, 'worker'),
            isReady: () => answers(settings, settings.workerPort),
        },
        storefront: {
            ...node,
            name: 'storefront',
            label: 'The storefront',
            args: [
                '--import',
                new URL('end-with-launcher.mjs', import.meta.url).href,
                'storefront/.next/standalone/storefront/server.js',
            ],
            env: storefrontEnv(settings, env),
            logFile: freshLog(logs, 'storefront'),
            isReady: () => answers(settings, settings.storefrontPort),
        },
        sandbox: settings.ownSandbox
            ? {
                  ...node,
                  name: 'sandbox',
                  label: 'The sandbox payment provider',
                  args: ['plugins/payments/dist/sandbox-provider/main.js'],
                  env: sandboxEnv(settings, env),
                  logFile: freshLog(logs, 'sandbox'),
                  isReady: () => answers(settings, settings.sandboxPort),
              }
            : undefined,
    };
}

/**
 * What all processes get: absolute paths and the ports, so that none looks anything up by itself.
 *
 * @param {Settings} settings
 * @param {NodeJS.ProcessEnv} source
 * @returns {NodeJS.ProcessEnv}
 */
export function shopEnv(settings, source) {
    return {
        ...source,
        NODE_ENV: 'production',
        EFI_MODE: settings.isDemo ? 'demo' : 'production',
        DATA_DIR: settings.dataDir,
        PORT: String(settings.serverPort),
        STOREFRONT_PORT: String(settings.storefrontPort),
        WORKER_HEALTH_PORT: String(settings.workerPort),
        ...(settings.ownSandbox ? ownSandboxEnv(settings, source) : {}),
    };
}

/**
 * How the server and the sandbox provider know one another. What they share is good for one run, unless it is set.
 *
 * @param {Settings} settings
 * @param {NodeJS.ProcessEnv} source
 * @returns {NodeJS.ProcessEnv}
 */
function ownSandboxEnv({ host, sandboxPort }, source) {
    return {
        SANDBOX_PORT: String(sandboxPort),
        SANDBOX_PROVIDER_URL: `http://${reachable(host)}:${sandboxPort}`,
        SANDBOX_API_KEY: source.SANDBOX_API_KEY || randomUUID(),
        SANDBOX_WEBHOOK_SECRET: source.SANDBOX_WEBHOOK_SECRET || randomUUID(),
    };
}

/**
 * @param {Settings} settings
 * @param {NodeJS.ProcessEnv} env - Of all processes.
 * @returns {NodeJS.ProcessEnv}
 */
function sandboxEnv({ host, dataDir, serverPort }, env) {
    return {
        ...env,
        SANDBOX_HOST: host,
        SANDBOX_DATA_DIR: path.join(dataDir, 'sandbox'),
        SANDBOX_WEBHOOK_URL: `http://${reachable(host)}:${serverPort}/payments/webhooks/sandbox`,
    };
}

/**
 * @param {Settings} settings
 * @param {NodeJS.ProcessEnv} env
 */
export function storefrontEnv(settings, env) {
    return {
        ...env,
        PORT: String(settings.storefrontPort),
        HOSTNAME: settings.host,
        SHOP_API_URL:
            env.SHOP_API_URL || `http://${reachable(settings.host)}:${settings.serverPort}/shop-api`,
        SERVER_URL: env.SERVER_URL || `http://localhost:${settings.serverPort}`,
        STOREFRONT_URL: env.STOREFRONT_URL || `http://localhost:${settings.storefrontPort}`,
    };
}

/**
 * @param {Settings} settings
 * @param {number} port
 */
async function answers(settings, port) {
    try {
        const url = `http://${reachable(settings.host)}:${port}/readyz`;
        const response = await fetch(url, { signal: AbortSignal.timeout(3_000) });
        await response.arrayBuffer();
        return response.ok;
    } catch {
        return false;
    }
}

/**
 * Where this machine reaches a process that listens on the address.
 *
 * @param {string} host
 */
function reachable(host) {
    if (host === '0.0.0.0' || host === '::') {
        return '127.0.0.1';
    }
    return host.includes(':') ? `[${host}]` : host;
}
