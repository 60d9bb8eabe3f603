import { execFileSync, spawnSync } from 'node:child_process';
import { LaunchError } from './launch-error.mjs';

/**
 * Who runs PostgreSQL. It refuses to run as root; nobody in particular means the person who started the shop.
 *
 * @typedef {{ uid: number, gid: number } | undefined} PostgresUser
 */

const NAME = 'postgres';

/**
 * @returns {PostgresUser}
 * @throws {LaunchError} as root on a system where no user can be made.
 */
export function postgresUser() {
    if (process.getuid?.() !== 0) {
        return undefined;
    }
    return lookUp() ?? create();
}

/** @returns {PostgresUser} */
function lookUp() {
    try {
        return { uid: id('-u'), gid: id('-g') };
    } catch {
        return undefined;
    }
}

/** @param {'-u' | '-g'} flag */
function id(flag) {
    return Number(
        execFileSync('id', [flag, NAME], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
    );
}

/** @returns {PostgresUser} */
function create() {
    const shell = '/usr/sbin/nologin';
    const made = spawnSync(
        'useradd',
        ['--system', '--user-group', '--no-create-home', '--shell', shell, NAME],
        {
            encoding: 'utf8',
        },
    );
    const user = lookUp();
    if (!user) {
        throw new LaunchError(
            `PostgreSQL refuses to run as root, and the user "${NAME}" could not be made for it (${made.error?.message ?? made.stderr.trim()}). Start as an ordinary user, make that user, or set DATABASE_URL.`,
        );
    }
    return user;
}

/**
 * Whether that user can run a program or enter a folder, tried and not guessed: rights may come from groups,
 * access lists or mount options.
 *
 * @param {PostgresUser} user
 * @param {string} command
 * @param {readonly string[]} args
 */
export function canRun(user, command, args) {
    return spawnSync(command, args, { ...user, cwd: '/', stdio: 'ignore', timeout: 10_000 }).status === 0;
}
