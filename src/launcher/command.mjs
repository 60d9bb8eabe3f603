import { LaunchError } from './launch-error.mjs';
import { logTail } from './log-file.mjs';

/** @import { ProcessRegistry, ProcessSpec } from './process-registry.mjs' */

/**
 * Runs a program that comes to an end.
 *
 * @param {ProcessRegistry} registry
 * @param {ProcessSpec} spec
 * @param {(message: unknown) => void} [onMessage] - What it sends over its channel.
 * @throws {LaunchError} with the end of its log when it fails.
 */
export async function runCommand(registry, spec, onMessage) {
    const child = registry.start(spec);
    if (onMessage) {
        child.on('message', onMessage);
    }
    /** @type {string} */
    const outcome = await new Promise(resolve => {
        child.once('error', error => resolve(error.message));
        child.once('exit', (code, signal) => resolve(code === 0 ? '' : (signal ?? `code ${code}`)));
    });
    if (outcome) {
        throw new LaunchError(commandMessage(spec, outcome, tellingLines(logTail(spec.logFile, 200))));
    }
}

/**
 * @param {{ name: string, logFile: string }} spec
 * @param {string} outcome
 * @param {string} tail - Of its log.
 * @returns {string}
 */
export function commandMessage({ name, logFile }, outcome, tail) {
    if (/ENOSPC|No space left on device/.test(tail)) {
        return `${name} failed because the disk is full. Free some space and start again.`;
    }
    const offline = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT/.test(tail) && name === 'npm install';
    const advice = offline ? ' Check the network: the packages come from the npm registry.' : '';
    return `${name} failed (${outcome}).${advice} Its log, ${logFile}, ends with:\n${tail.replaceAll(/^/gm, '    ')}`;
}

/**
 * The lines of a failed program's output that say why: npm puts them first, and its usage after them.
 *
 * @param {string} output
 * @returns {string}
 */
export function tellingLines(output) {
    const lines = output.split('\n');
    const fromNpm = lines.filter(line => line.startsWith('npm error'));
    const isNpmsOwn = fromNpm.length > 0 && !fromNpm.some(line => line.includes('Lifecycle script'));
    return (
        isNpmsOwn ? fromNpm.slice(0, 15) : lines.filter(line => !line.startsWith('npm ')).slice(-25)
    ).join('\n');
}
