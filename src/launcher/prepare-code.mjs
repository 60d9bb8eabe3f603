import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { builds } from './builds.mjs';
import { runCommand } from './command.mjs';
import { needsInstall, npmCommand, removeHalfInstalled } from './install.mjs';
import { LaunchError } from './launch-error.mjs';
import { freshLog } from './log-file.mjs';
import { projectRoot } from './settings.mjs';
import { acquireLock } from './single-instance.mjs';
import { buildAndStamp, isStale } from './staleness.mjs';

/** @import { Build } from './builds.mjs' */
/** @import { ProcessRegistry } from './process-registry.mjs' */
/** @import { Progress, Report } from './progress.mjs' */

const INSTALL = 'npm install';

/**
 * @typedef {object} CodeContext
 * @property {ProcessRegistry} registry
 * @property {Progress} progress
 * @property {string} logs - Folder.
 */

/**
 * Installs what package-lock.json asks for, when that is not what is there. Not by `npm ci`: it refuses a lock file
 * without the optional packages of every other system, which a registry that serves only some of them can't give.
 *
 * @param {CodeContext} context
 */
export async function installIfNeeded(context) {
    if (!needsInstall(projectRoot)) {
        return;
    }
    await alone(context, async () => {
        if (needsInstall(projectRoot)) {
            removeHalfInstalled(projectRoot);
            await runNpm(context, 'Install packages (a few minutes, once)', INSTALL, [
                'install',
                '--no-save',
                '--include=dev',
                '--no-audit',
                '--no-fund',
            ]);
        }
    });
}

/**
 * Builds what is older than its sources.
 *
 * @param {CodeContext} context
 * @param {readonly string[]} [names] - Of the builds; all when left out.
 */
export async function buildIfStale(context, names) {
    const wanted = builds(projectRoot).filter(build => !names || names.includes(build.name));
    if (!wanted.some(build => isStale(projectRoot, build))) {
        return;
    }
    await alone(context, async () => {
        const stale = wanted.filter(build => isStale(projectRoot, build));
        // The storefront shares nothing with the rest, so it is built beside it. Both come to their end, also when
        // one fails: a build that is left behind would write into the next one.
        const ends = await Promise.allSettled([
            buildInOrder(
                context,
                stale.filter(build => build.name !== 'storefront'),
            ),
            buildInOrder(
                context,
                stale.filter(build => build.name === 'storefront'),
            ),
        ]);
        const failed = ends.find(end => end.status === 'rejected');
        if (failed) {
            throw failed.reason;
        }
    });
}

/**
 * @param {CodeContext} context
 * @param {readonly Build[]} stale
 */
async function buildInOrder(context, stale) {
    for (const build of stale) {
        await buildAndStamp(projectRoot, build, () =>
            runNpm(context, build.label, `npm ${build.npmArgs.join(' ')}`, build.npmArgs),
        );
    }
}

/**
 * Checks all settings with the server's own schema, before anything is started.
 *
 * @param {NodeJS.ProcessEnv} env
 * @throws {LaunchError} with one line for each fault.
 */
export function checkSettings(env) {
    const script = "require('./dist/src/env.js').loadEnv()";
    const { status, stderr } = spawnSync(process.execPath, ['-e', script], {
        cwd: projectRoot,
        env,
        encoding: 'utf8',
    });
    if (status !== 0) {
        throw new LaunchError(stderr.trim().replace(/^Can't start: /, ''));
    }
}

/**
 * @param {CodeContext} context
 * @param {string} label
 * @param {string} name
 * @param {readonly string[]} args
 */
async function runNpm({ registry, progress, logs }, label, name, args) {
    // What the shop runs with (production, its ports) is none of a build's business.
    const { NODE_ENV, PORT, ...env } = process.env;
    const logFile = freshLog(logs, name.replaceAll(/[^a-z]+/g, '-'));
    await progress.step(label, () =>
        runCommand(registry, {
            ...npmCommand(env, args),
            name,
            env: { ...env, CI: 'true' },
            cwd: projectRoot,
            logFile,
        }),
    );
}

/**
 * Keeps two starts with different data folders from building one checkout at the same time.
 *
 * @param {CodeContext} context
 * @param {() => Promise<void>} work
 */
async function alone({ progress }, work) {
    const folder = path.join(projectRoot, '.data');
    mkdirSync(folder, { recursive: true });
    const file = path.join(folder, 'build.lock');
    let lock = acquireLock(file);
    if ('heldBy' in lock) {
        progress.say(`Waiting for process ${lock.heldBy.pid}, which installs or builds here.`);
    }
    while ('heldBy' in lock) {
        await sleep(500);
        lock = acquireLock(file);
    }
    try {
        await work();
    } finally {
        lock.release();
    }
}
