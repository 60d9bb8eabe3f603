import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { LaunchError } from './launch-error.mjs';
import { commandLine } from './process-identity.mjs';

/**
 * A port that the shop is going to listen on.
 *
 * @typedef {object} WantedPort
 * @property {number} port
 * @property {string} use - E.g. `the storefront`.
 * @property {string} variable - Which changes it.
 */

/**
 * @param {readonly WantedPort[]} wanted
 * @param {string} host
 * @throws {LaunchError} that names each port that is taken, by whom, and how to choose another.
 */
export async function checkPorts(wanted, host) {
    const twice = wanted.find((one, at) => wanted.findIndex(other => other.port === one.port) < at);
    if (twice) {
        throw new LaunchError(
            `port ${twice.port} is set for more than one part. Give ${twice.variable} a value of its own.`,
        );
    }
    const messages = [];
    for (const one of wanted) {
        const fault = await listenFault(one.port, host);
        if (fault) {
            messages.push(portMessage(one, fault, fault === 'EADDRINUSE' ? holderOf(one.port) : undefined));
        }
    }
    if (messages.length > 0) {
        throw new LaunchError(messages.join('\n             '));
    }
}

/**
 * @param {WantedPort} wanted
 * @param {string} fault - Code of the system's error.
 * @param {{ pid: number, command: string } | undefined} holder
 * @returns {string}
 */
export function portMessage(wanted, fault, holder) {
    const another = `${wanted.variable}=${wanted.port < 65000 ? wanted.port + 100 : wanted.port - 100} npm start`;
    if (fault === 'EADDRINUSE') {
        const by = holder ? ` by process ${holder.pid} (${shorten(holder.command)})` : '';
        return `port ${wanted.port}, for ${wanted.use}, is in use${by}. Stop what uses it, or choose another: ${another}`;
    }
    if (fault === 'EACCES') {
        return `port ${wanted.port}, for ${wanted.use}, needs more rights than you have. Choose one above 1023: ${another}`;
    }
    return `can't listen on port ${wanted.port}, for ${wanted.use} (${fault}). Check HOST, or choose another port: ${another}`;
}

/** @param {string} command */
function shorten(command) {
    return command.length > 60 ? `${command.slice(0, 57)}...` : command;
}

/**
 * @param {number} port
 * @param {string} host
 * @returns {Promise<string | undefined>} The error's code when the port can't be listened on.
 */
async function listenFault(port, host) {
    const server = createServer();
    return new Promise(resolve => {
        server.once('error', error => resolve('code' in error ? String(error.code) : error.message));
        server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(undefined)));
    });
}

/** A port of the loopback address that nothing listens on right now. */
export async function freePort() {
    const server = createServer();
    await new Promise(resolve => server.listen(0, '127.0.0.1', () => resolve(undefined)));
    const address = server.address();
    await new Promise(resolve => server.close(resolve));
    if (address === null || typeof address === 'string') {
        throw new Error('A TCP server has no port.');
    }
    return address.port;
}

/**
 * Who listens on the port, as far as Linux tells this user.
 *
 * @param {number} port
 * @returns {{ pid: number, command: string } | undefined}
 */
function holderOf(port) {
    try {
        const sockets = ['/proc/net/tcp', '/proc/net/tcp6'].flatMap(file =>
            listeningInodes(readFileSync(file, 'utf8'), port),
        );
        const links = new Set(sockets.map(inode => `socket:[${inode}]`));
        for (const pid of readdirSync('/proc').filter(name => /^\d+$/.test(name))) {
            if (openFiles(pid).some(link => links.has(link))) {
                return { pid: Number(pid), command: commandLine(Number(pid)) };
            }
        }
    } catch {
        // Another system, or no right to look: the message does without.
    }
    return undefined;
}

/**
 * The sockets that listen on a port, from the text of `/proc/net/tcp`.
 *
 * @param {string} table
 * @param {number} port
 * @returns {string[]} Inode numbers.
 */
export function listeningInodes(table, port) {
    const suffix = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
    return table
        .split('\n')
        .map(line => line.trim().split(/\s+/))
        .filter(fields => fields[1]?.endsWith(suffix) && fields[3] === '0A')
        .map(fields => fields[9] ?? '');
}

/** @param {string} pid */
function openFiles(pid) {
    try {
        return readdirSync(`/proc/${pid}/fd`).map(fd => readLink(`/proc/${pid}/fd/${fd}`));
    } catch {
        return [];
    }
}

/** @param {string} link */
function readLink(link) {
    try {
        return readlinkSync(link);
    } catch {
        return '';
    }
}
