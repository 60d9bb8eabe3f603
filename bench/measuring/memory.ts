import { readFile } from 'node:fs/promises';

/** What a process holds in memory just now, in MiB. Only Linux tells: elsewhere it is NaN. */
export async function residentMb(pid: number): Promise<number> {
    const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
    return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? NaN) / 1024;
}
