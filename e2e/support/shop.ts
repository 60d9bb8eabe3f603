import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { freePort } from '@efi/plugin-kit/testing';

const root = path.dirname(path.dirname(__dirname));

export interface ShopOptions {
    readonly dataDir: string;
    /** Of `npm start`. Default: `--no-build`, since the tests run on what is built. */
    readonly args?: readonly string[];
    readonly env?: Readonly<Record<string, string>>;
    /** Who starts it. Default: who runs the tests. */
    readonly user?: { readonly uid: number; readonly gid: number };
}

/** A launcher that runs, as `npm start` starts it, without a terminal. */
export interface ShopRun {
    readonly pid: number;
    readonly serverUrl: string;
    readonly storefrontUrl: string;
    /** Of its sandbox payment provider. */
    readonly sandboxUrl: string;
    readonly dataDir: string;
    /** Everything that it has printed so far. */
    output(): string;
    signal(signal: NodeJS.Signals): void;
    /** Resolves with the exit code, or with the signal's name when one ended it. */
    ended(): Promise<number | NodeJS.Signals>;
    /** Resolves once it has printed the text. */
    printed(text: string): Promise<void>;
}

/** Starts the launcher on free ports and does not wait for it. */
export async function launchShop({
    dataDir,
    args = ['--no-build'],
    env = {},
    user,
}: ShopOptions): Promise<ShopRun> {
    const [server, storefront, worker] = [await freePort(), await freePort(), await freePort()];
    const sandbox = await freePort();
    const child = spawn(process.execPath, [path.join(root, 'src/launcher/start.mjs'), ...args], {
        cwd: '/',
        ...user,
        env: {
            PATH: process.env.PATH,
            HOME: process.env.HOME,
            DATA_DIR: dataDir,
            PORT: String(server),
            STOREFRONT_PORT: String(storefront),
            WORKER_HEALTH_PORT: String(worker),
            SANDBOX_PORT: String(sandbox),
            ...env,
        },
        stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const listeners = new Set<() => void>();
    for (const stream of [child.stdout, child.stderr]) {
        stream.on('data', chunk => {
            output += String(chunk);
            listeners.forEach(listener => listener());
        });
    }
    const ended = once(child, 'close').then(
        ([code, signal]) => (signal as NodeJS.Signals | null) ?? (code as number),
    );
    return {
        pid: child.pid ?? -1,
        serverUrl: `http://localhost:${server}`,
        storefrontUrl: `http://localhost:${storefront}`,
        sandboxUrl: `http://localhost:${sandbox}`,
        dataDir,
        output: () => output,
        signal: signal => void child.kill(signal),
        ended: () => ended,
        printed: text => untilPrinted(text),
    };

    async function untilPrinted(text: string): Promise<void> {
        const printed = new Promise<void>(resolve => {
            const look = () => {
                if (output.includes(text)) {
                    listeners.delete(look);
                    resolve();
                }
            };
            listeners.add(look);
            look();
        });
        const tooEarly = ended.then(code => {
            throw new Error(`The launcher ended with ${code} before it printed "${text}":\n${output}`);
        });
        await Promise.race([printed, tooEarly]);
        tooEarly.catch(() => undefined);
    }
}

/**
 * Starts the launcher and waits until the shop is open.
 *
 * @throws Error with what it printed when it ends before that.
 */
export async function openShop(options: ShopOptions): Promise<ShopRun> {
    const shop = await launchShop(options);
    await shop.printed('Ctrl-C stops the shop');
    return shop;
}
