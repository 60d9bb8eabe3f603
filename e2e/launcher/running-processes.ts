import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

interface Recorded {
    readonly name: string;
    readonly pid: number;
}

/** The processes that a launcher has written down as its own. */
function recordedProcesses(dataDir: string): Recorded[] {
    return JSON.parse(readFileSync(path.join(dataDir, 'run/processes.json'), 'utf8')) as Recorded[];
}

/** @throws Error when the launcher has none of that name. */
export function pidOf(name: string, dataDir: string): number {
    const found = recordedProcesses(dataDir).find(one => one.name === name);
    if (!found) {
        throw new Error(`The launcher in ${dataDir} has started no ${name}.`);
    }
    return found.pid;
}

/** Command lines of all processes that have to do with the folder, as Linux lists them. */
export function processesOf(dataDir: string): string[] {
    return readdirSync('/proc')
        .filter(name => /^\d+$/.test(name) && Number(name) !== process.pid)
        .map(pid => [readProc(pid, 'environ'), readProc(pid, 'cmdline')] as const)
        .filter(([environ, cmdline]) => environ.includes(`DATA_DIR=${dataDir}`) || cmdline.includes(dataDir))
        .map(([, cmdline]) => cmdline.replaceAll('\0', ' '));
}

function readProc(pid: string, file: string): string {
    try {
        return readFileSync(`/proc/${pid}/${file}`, 'utf8');
    } catch {
        return '';
    }
}
