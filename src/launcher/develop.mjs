import { readFileSync, watchFile } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { launch } from './launch.mjs';
import { LaunchError } from './launch-error.mjs';
import { freshLog, logTail } from './log-file.mjs';
import { serviceSpecs, storefrontEnv } from './services.mjs';
import { projectRoot } from './settings.mjs';

/** @import { Service, ServiceSpec } from './service.mjs' */
/** @import { Shop } from './shop.mjs' */

const DASHBOARD_PORT = 5173;

/**
 * `npm run dev`: the same shop, where a change of its code shows at once. The server and the worker start again
 * when the compiler has no complaint; the storefront and the Dashboard reload by themselves.
 *
 * @param {readonly string[]} args - From the command line.
 */
export async function develop(args) {
    await launch(args, openForDevelopment);
}

/** @param {Shop} shop */
async function openForDevelopment(shop) {
    shop.env.NODE_ENV = 'development';
    await shop.prepare(['server']);
    const { server, worker, storefront, sandbox } = serviceSpecs(shop.settings, shop.env);
    const [, workerService, serverService] = await Promise.all([
        sandbox && shop.run(sandbox),
        shop.run(worker),
        shop.run(server),
        shop.run(devStorefront(shop, storefront)),
        shop.run(devDashboard(shop)),
    ]);
    watchCode(shop, [serverService, workerService]);
    shop.progress.say(`\nThe Dashboard that reloads: http://localhost:${DASHBOARD_PORT}/dashboard/`);
}

/**
 * @param {Shop} shop
 * @param {ServiceSpec} built
 * @returns {ServiceSpec}
 */
function devStorefront({ settings, env }, built) {
    const folder = path.join(projectRoot, 'storefront');
    const next = createRequire(path.join(folder, 'package.json')).resolve('next/dist/bin/next');
    return {
        ...built,
        cwd: folder,
        env: storefrontEnv(settings, env),
        args: [next, 'dev', '-p', String(settings.storefrontPort), '-H', settings.host],
        ipc: false,
    };
}

/**
 * @param {Shop} shop
 * @returns {ServiceSpec}
 */
function devDashboard({ env, logs }) {
    const folder = path.join(projectRoot, 'admin-ui-extensions');
    const vite = path.join(
        path.dirname(createRequire(path.join(folder, 'package.json')).resolve('vite/package.json')),
        'bin/vite.js',
    );
    return {
        name: 'dashboard',
        label: "The Dashboard's Vite",
        command: process.execPath,
        args: [vite, '--host', '127.0.0.1'],
        cwd: folder,
        env,
        logFile: freshLog(logs, 'dashboard'),
        isReady: async () => {
            try {
                return (await fetch(`http://127.0.0.1:${DASHBOARD_PORT}/dashboard/`)).ok;
            } catch {
                return false;
            }
        },
    };
}

/**
 * Compiles on each change, and starts the services again when that went well.
 *
 * @param {Shop} shop
 * @param {readonly Service[]} services
 */
function watchCode({ registry, logs, env, progress, listener }, services) {
    const logFile = freshLog(logs, 'compiler');
    registry.start({
        name: 'compiler',
        command: process.execPath,
        args: ['node_modules/typescript/bin/tsc', '-b', '--watch', '--preserveWatchOutput'],
        cwd: projectRoot,
        env,
        logFile,
    });
    let restarting = Promise.resolve();
    let read = 0;
    let isFirst = true;
    watchFile(logFile, { interval: 300 }, () => {
        const output = readFileSync(logFile, 'utf8');
        const round = /Found (\d+) errors?\. Watching/.exec(output.slice(read));
        if (!round) {
            return;
        }
        read = output.length;
        if (round[1] !== '0') {
            progress.say(logTail(logFile));
        } else if (!isFirst) {
            restarting = restarting.then(restart);
        }
        isFirst = false;
    });

    async function restart() {
        try {
            await progress.step('Start the server and the worker again', async () => {
                await Promise.all(services.map(service => service.restart()));
            });
        } catch (error) {
            // The next change may mend it.
            listener.say(error instanceof LaunchError ? error.message : String(error));
        }
    }
}
