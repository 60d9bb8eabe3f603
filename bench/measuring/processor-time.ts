import { readFile } from 'node:fs/promises';

/** Linux counts in hundredths of a second for everybody, whatever it does inside. */
const TICK_MS = 10;

/**
 * What a process has had of the processors so far, on all its threads, in milliseconds. Only Linux tells: elsewhere it
 * is NaN.
 */
export async function processorTimeMs(pid: number): Promise<number> {
    return timeIn(await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => ''));
}

/** @param stat - As `/proc/<pid>/stat` has it: the name, in brackets, may have spaces and brackets of its own. */
export function timeIn(stat: string): number {
    const afterName = stat.slice(stat.lastIndexOf(')') + 1).trim();
    const [user, system] = afterName.split(/\s+/).slice(11, 13).map(Number);
    return user === undefined || system === undefined ? NaN : (user + system) * TICK_MS;
}
