import {
    accessSync,
    chmodSync,
    constants,
    existsSync,
    mkdirSync,
    readdirSync,
    rmSync,
    statfsSync,
    writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { LaunchError } from './launch-error.mjs';

/** A cluster, its log, the photographs and room to work. */
const FIRST_RUN_MB = 500;
const LATER_RUN_MB = 50;

/**
 * Makes the folder in which the shop keeps its state, and tries it.
 *
 * @param {string} dataDir
 * @throws {LaunchError} when it can't be written, or too little room is left.
 */
export function prepareDataFolder(dataDir) {
    try {
        const isNew = !existsSync(dataDir);
        // Asked first: mkdir reports a read-only disk as a missing folder.
        accessSync(nearestFolder(dataDir), constants.W_OK);
        mkdirSync(path.join(dataDir, 'run'), { recursive: true });
        mkdirSync(path.join(dataDir, 'logs'), { recursive: true });
        if (isNew) {
            // PostgreSQL's own user passes through; what is secret has its own mode.
            chmodSync(dataDir, 0o755);
        }
        const probe = path.join(dataDir, `.probe-${process.pid}`);
        writeFileSync(probe, Buffer.alloc(65_536), { flush: true });
        rmSync(probe);
    } catch (error) {
        throw new LaunchError(dataFolderMessage(dataDir, errorCode(error)), { cause: error });
    }
    const { bavail, bsize } = statfsSync(dataDir);
    const freeMb = Math.floor((bavail * bsize) / 1_048_576);
    const neededMb = existsSync(path.join(dataDir, 'secrets.json')) ? LATER_RUN_MB : FIRST_RUN_MB;
    if (freeMb < neededMb) {
        throw new LaunchError(
            `only ${freeMb} MB are free for ${dataDir}, and ${neededMb} MB are needed. Free some space, or set DATA_DIR to a folder on another disk.`,
        );
    }
}

/**
 * @param {string} dataDir
 * @param {string} code - Of the system's error.
 * @returns {string}
 */
export function dataFolderMessage(dataDir, code) {
    /** @type {Record<string, string>} */
    const reasons = {
        ENOSPC: `the disk that holds ${dataDir} is full. Free some space`,
        EDQUOT: `your quota on the disk that holds ${dataDir} is used up. Free some space`,
        EROFS: `${dataDir} is on a read-only file system. Mount it writable`,
        EACCES: `you may not write to ${dataDir}. Give yourself the right (chown or chmod)`,
        EPERM: `you may not write to ${dataDir}. Give yourself the right (chown or chmod)`,
        ENOTDIR: `${dataDir} can't be a folder: part of its path is a file. Move that away`,
        EEXIST: `${dataDir} can't be a folder: part of its path is a file. Move that away`,
    };
    const reason = reasons[code] ?? `${dataDir} can't be written (${code}). Mend that`;
    return `${reason}, or set DATA_DIR to another folder.`;
}

/**
 * Removes what the shop kept, except the lock that this start holds.
 *
 * @param {string} dataDir
 * @returns {string[]} What was there, as paths.
 */
export function emptyDataFolder(dataDir) {
    const removed = readdirSync(dataDir)
        .filter(name => name !== 'run')
        .map(name => path.join(dataDir, name));
    removed.forEach(entry => rmSync(entry, { recursive: true, force: true }));
    mkdirSync(path.join(dataDir, 'logs'), { recursive: true });
    return removed;
}

/**
 * @param {string} folder
 * @returns {string} Itself, or the first above it that is there.
 */
function nearestFolder(folder) {
    return existsSync(folder) ? folder : nearestFolder(path.dirname(folder));
}

/** @param {unknown} error */
function errorCode(error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
