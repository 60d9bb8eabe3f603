import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

const MAIN = path.resolve(__dirname, '../dist/sandbox-provider/main.js');

/** What a sandbox of a test is started with. */
export interface SandboxProcessOptions {
    readonly dataDir: string;
    /** @default a free one */
    readonly port?: number;
    /** Where its webhooks go. */
    readonly webhookUrl?: string;
    /** How long `sandbox_slow` takes. @default 3000 */
    readonly slowMs?: number;
    /** How late `sandbox_webhook_late` is. @default 15000 */
    readonly lateMs?: number;
}

/** Shared by the sandboxes and the shops of all tests. */
export const SANDBOX_API_KEY = 'sandbox-key-of-the-tests';
export const SANDBOX_WEBHOOK_SECRET = 'sandbox-webhook-secret-of-the-tests';

/** The sandbox provider as it is shipped: a process of its own, from the build. */
export class SandboxProcess {
    private constructor(
        private readonly child: ChildProcess,
        readonly port: number,
    ) {}

    static async start(options: SandboxProcessOptions): Promise<SandboxProcess> {
        const child = fork(MAIN, {
            env: {
                ...process.env,
                SANDBOX_PORT: String(options.port ?? 0),
                SANDBOX_API_KEY,
                SANDBOX_WEBHOOK_SECRET,
                SANDBOX_WEBHOOK_URL: options.webhookUrl ?? '',
                SANDBOX_DATA_DIR: options.dataDir,
                SANDBOX_SLOW_MS: String(options.slowMs ?? ''),
                SANDBOX_LATE_MS: String(options.lateMs ?? ''),
            },
            execArgv: [],
            stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
        });
        const ended = once(child, 'exit').then(([code]) => {
            throw new Error(`The sandbox ended with code ${String(code)} before it listened.`);
        });
        const [message] = (await Promise.race([once(child, 'message'), ended])) as [{ port: number }];
        ended.catch(() => undefined);
        return new SandboxProcess(child, message.port);
    }

    get url(): string {
        return `http://127.0.0.1:${this.port}`;
    }

    /** @param signal - SIGKILL for a crash. */
    async stop(signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<void> {
        if (this.child.exitCode === null && this.child.signalCode === null) {
            this.child.kill(signal);
            await once(this.child, 'exit');
        }
    }
}
