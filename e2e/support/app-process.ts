import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import serverFlags from '../../src/launcher/server-flags.json';
import { encryptionOfTests } from './encryption';

const root = path.dirname(path.dirname(__dirname));

/** A process of the built application, as it runs in production but on loopback and in demo mode. */
export interface AppProcess {
    readonly pid: number;
    /** Everything it has printed so far. */
    output(): string;
    signal(signal: NodeJS.Signals): void;
    /** Resolves with the exit code, or with the signal's name when one ended it. */
    ended(): Promise<number | NodeJS.Signals>;
}

/**
 * Starts `dist/src/<entry>.js` and resolves once it says that it is ready.
 *
 * @throws Error with its output when it ends before that.
 */
export async function startApp(
    entry: 'index' | 'index-worker',
    env: Record<string, string>,
): Promise<AppProcess> {
    return untilReady(spawnApp(entry, env), entry);
}

/** Starts a script of the tests, given relative to the repository, which sends `ready` as the application does. */
export async function startScript(script: string, env: Record<string, string>): Promise<AppProcess> {
    return untilReady(spawnNode(script, env), script);
}

async function untilReady(child: ChildProcess, name: string): Promise<AppProcess> {
    const app = observe(child);
    await Promise.race([
        once(child, 'message'),
        app.ended().then(code => {
            throw new Error(`${name} ended with ${code} before it was ready:\n${app.output()}`);
        }),
    ]);
    return app;
}

/** Starts `dist/src/<entry>.js` without waiting for it. */
export function spawnApp(entry: 'index' | 'index-worker', env: Record<string, string>): ChildProcess {
    return spawnNode(path.join('dist/src', `${entry}.js`), env);
}

function spawnNode(script: string, env: Record<string, string>): ChildProcess {
    const flags = script === 'dist/src/index.js' ? serverFlags : [];
    return spawn(process.execPath, [...flags, path.join(root, script)], {
        cwd: root,
        env: {
            PATH: process.env.PATH,
            NODE_ENV: 'production',
            EFI_MODE: 'demo',
            ...encryptionOfTests(),
            ...env,
        },
        stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
}

function observe(child: ChildProcess): AppProcess {
    let output = '';
    child.stdout?.on('data', chunk => (output += String(chunk)));
    child.stderr?.on('data', chunk => (output += String(chunk)));
    const ended = once(child, 'close').then(
        ([code, signal]) => (signal as NodeJS.Signals | null) ?? (code as number),
    );
    return {
        pid: child.pid ?? -1,
        output: () => output,
        signal: signal => void child.kill(signal),
        ended: () => ended,
    };
}
