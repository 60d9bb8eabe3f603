import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';

/**
 * Writes a small file whole or not at all, readable by its owner only: a reader, or a later start after a crash,
 * never sees half of it.
 *
 * @param {string} file
 * @param {string} content
 */
export function writeWhole(file, content) {
    const draft = `${file}.${process.pid}.draft`;
    try {
        writeFileSync(draft, content, { mode: 0o600, flush: true });
        renameSync(draft, file);
    } catch (error) {
        rmSync(draft, { force: true });
        throw error;
    }
}

/**
 * @param {string} file
 * @returns {unknown} Nothing when there is no such file or it holds no JSON.
 */
export function readJson(file) {
    try {
        return JSON.parse(readFileSync(file, 'utf8'));
    } catch {
        return undefined;
    }
}
