import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { exchange } from '../../measuring/exchange';
import type { InstalledMedusa } from './installed-medusa';

/** `medusa start`, in the mode that both serves and works off what waits. */
export interface MedusaProcess {
    readonly pid: number;
    stop(): Promise<void>;
}

/** Resolves when it answers. */
export async function startMedusa(
    { folder, env }: InstalledMedusa,
    databaseUrl: string,
    port: number,
): Promise<MedusaProcess> {
    let output = '';
    // Without the command line in between, which would be another process.
    const child = spawn(process.execPath, ['node_modules/@medusajs/cli/cli.js', 'start'], {
        cwd: folder,
        env: { ...env, DATABASE_URL: databaseUrl, PORT: String(port), HOST: '127.0.0.1' },
        stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stdout.on('data', chunk => (output = `${output}${chunk}`.slice(-10_000)));
    child.stderr.on('data', chunk => (output = `${output}${chunk}`.slice(-10_000)));
    const ended = once(child, 'close');
    for (;;) {
        const answer = await exchange(`http://127.0.0.1:${port}/health`).catch(() => undefined);
        if (answer?.status === 200) {
            break;
        }
        if (child.exitCode !== null) {
            throw new Error(`Medusa ended before it was ready:\n${output}`);
        }
        await sleep(50);
    }
    return {
        pid: child.pid ?? -1,
        async stop() {
            child.kill('SIGKILL');
            await ended;
        },
    };
}
