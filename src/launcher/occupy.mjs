import { rmSync } from 'node:fs';
import path from 'node:path';
import { emptyDataFolder, prepareDataFolder } from './data-folder.mjs';
import { stopLeftoverDatabase } from './database.mjs';
import { LaunchError } from './launch-error.mjs';
import { checkPorts } from './port-check.mjs';
import { homeElsewhere } from './postgres-home.mjs';
import { acquireLock } from './single-instance.mjs';

/** @import { ProcessRegistry } from './process-registry.mjs' */
/** @import { Progress } from './progress.mjs' */
/** @import { Settings } from './settings.mjs' */

/**
 * Makes the data folder ours: nobody else may use it, and nothing of an earlier run goes on in it.
 *
 * @param {Settings} settings
 * @param {ProcessRegistry} registry
 * @param {Progress} progress
 * @returns {Promise<{ release: () => void }>}
 */
export async function occupy(settings, registry, progress) {
    prepareDataFolder(settings.dataDir);
    const lock = acquireLock(path.join(settings.dataDir, 'run/launcher.lock'));
    if ('heldBy' in lock) {
        throw new LaunchError(
            `the shop in ${settings.dataDir} runs already, as process ${lock.heldBy.pid}: http://localhost:${settings.storefrontPort}. Stop that one first (Ctrl-C in its terminal, or: kill ${lock.heldBy.pid}), or start another with a DATA_DIR and ports of its own.`,
        );
    }
    try {
        await endEarlierRun(settings, registry, progress);
        if (settings.reset) {
            reset(settings, progress);
        }
        await checkPorts(wantedPorts(settings), settings.host);
        return lock;
    } catch (error) {
        lock.release();
        throw error;
    }
}

/**
 * @param {Settings} settings
 * @param {ProcessRegistry} registry
 * @param {Progress} progress
 */
async function endEarlierRun(settings, registry, progress) {
    const ended = await registry.endOrphans();
    if (await stopLeftoverDatabase(settings.dataDir)) {
        ended.push('postgres');
    }
    if (ended.length > 0) {
        progress.say(`The last run was cut off. Ended what it left running: ${ended.join(', ')}.`);
    }
}

/**
 * @param {Settings} settings
 * @param {Progress} progress
 */
function reset({ dataDir, databaseUrl }, progress) {
    const elsewhere = homeElsewhere(dataDir);
    const removed = emptyDataFolder(dataDir);
    if (elsewhere) {
        rmSync(elsewhere, { recursive: true, force: true });
        removed.push(elsewhere);
    }
    progress.say(
        removed.length > 0 ? `Removed ${removed.join(', ')}.` : `There was nothing to remove in ${dataDir}.`,
    );
    if (databaseUrl) {
        progress.say('The database of DATABASE_URL is not ours to remove: it stays as it is.');
    }
}

/** @param {Settings} settings */
function wantedPorts({ serverPort, storefrontPort, workerPort, sandboxPort, ownSandbox }) {
    return [
        { port: serverPort, use: 'the server', variable: 'PORT' },
        { port: storefrontPort, use: 'the storefront', variable: 'STOREFRONT_PORT' },
        { port: workerPort, use: "the worker's health", variable: 'WORKER_HEALTH_PORT' },
        ...(ownSandbox
            ? [{ port: sandboxPort, use: 'the sandbox payment provider', variable: 'SANDBOX_PORT' }]
            : []),
    ];
}
