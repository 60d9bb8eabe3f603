import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { readJson, writeWhole } from './small-file.mjs';

/**
 * One thing that is built, and what it is built from.
 *
 * @typedef {object} BuildTarget
 * @property {string} name
 * @property {readonly string[]} inputs - Files and folders, relative to the project.
 * @property {readonly string[]} outputs - Must be there after a build, relative to the project.
 * @property {string} stamp - File inside the output that remembers what it was built from.
 */

const SKIPPED_FOLDERS = new Set(['node_modules', 'dist', '.next', 'coverage', 'e2e', 'launcher']);
const SKIPPED_FILES = /\.(spec|e2e-spec)\.tsx?$|\.md$|\.tsbuildinfo$|^\.|next-env\.d\.ts$/;

/**
 * A hash of the inputs' names and content: times mean nothing after a clone or a branch change.
 *
 * @param {string} root
 * @param {readonly string[]} inputs
 * @returns {string}
 */
export function contentHash(root, inputs) {
    const hash = createHash('sha256');
    for (const file of inputs.flatMap(input => filesIn(root, input)).sort()) {
        hash.update(`${file}\0`)
            .update(
                createHash('sha256')
                    .update(readFileSync(path.join(root, file)))
                    .digest(),
            )
            .update('\0');
    }
    return hash.digest('hex');
}

/**
 * @param {string} root
 * @param {BuildTarget} target
 */
export function isStale(root, target) {
    const stamp = readJson(path.join(root, target.stamp));
    return (
        target.outputs.some(output => !existsSync(path.join(root, output))) ||
        stamp !== contentHash(root, target.inputs)
    );
}

/**
 * Builds one target. Its stamp is gone while the build runs, so that one that was killed is not taken for done, and
 * it tells what the inputs were at the beginning: a change during the build makes the result stale.
 *
 * @param {string} root
 * @param {BuildTarget} target
 * @param {() => Promise<void>} build
 */
export async function buildAndStamp(root, target, build) {
    const stamp = path.join(root, target.stamp);
    const hash = contentHash(root, target.inputs);
    rmSync(stamp, { force: true });
    await build();
    writeWhole(stamp, JSON.stringify(hash));
}

/**
 * @param {string} root
 * @param {string} input - Relative to the root.
 * @returns {string[]} Files, relative to the root.
 */
function filesIn(root, input) {
    const stats = statSync(path.join(root, input), { throwIfNoEntry: false });
    if (!stats) {
        return [];
    }
    if (stats.isFile()) {
        return [input];
    }
    return readdirSync(path.join(root, input), { withFileTypes: true }).flatMap(entry => {
        const inner = path.posix.join(input, entry.name);
        if (entry.isDirectory()) {
            return SKIPPED_FOLDERS.has(entry.name) ? [] : filesIn(root, inner);
        }
        return entry.isFile() && !SKIPPED_FILES.test(entry.name) ? [inner] : [];
    });
}
