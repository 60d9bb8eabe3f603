import { existsSync, mkdirSync, openSync, closeSync, fstatSync, readSync, renameSync } from 'node:fs';
import path from 'node:path';

const KEPT = 3;

/**
 * A fresh log for this run; those of the last three are kept beside it.
 *
 * @param {string} folder
 * @param {string} name
 * @returns {string} The file's path. The file itself is made by the first line.
 */
export function freshLog(folder, name) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const file = path.join(folder, `${name}.log`);
    for (let age = KEPT; age > 0; age--) {
        const younger = age === 1 ? file : `${file}.${age - 1}`;
        if (existsSync(younger)) {
            renameSync(younger, `${file}.${age}`);
        }
    }
    return file;
}

/**
 * The last lines of a log, without the colours.
 *
 * @param {string} file
 * @param {number} [lines]
 * @returns {string}
 */
export function logTail(file, lines = 15) {
    if (!existsSync(file)) {
        return '';
    }
    const fd = openSync(file, 'r');
    try {
        const { size } = fstatSync(fd);
        const buffer = Buffer.alloc(Math.min(size, 16_384));
        readSync(fd, buffer, 0, buffer.length, size - buffer.length);
        return plain(buffer.toString('utf8')).trimEnd().split('\n').slice(-lines).join('\n');
    } finally {
        closeSync(fd);
    }
}

/** @param {string} text */
function plain(text) {
    return text.replaceAll(/\u001b\[[0-9;?]*[A-Za-z]/g, '').replaceAll('\r', '');
}
