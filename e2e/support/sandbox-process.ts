import { freePort } from '@efi/plugin-kit/testing';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { type AppProcess, startScript } from './app-process';
import { SandboxControl } from './sandbox-control';

const SCRIPT = 'plugins/payments/dist/sandbox-provider/main.js';

/** The sandbox provider as a process of its own, and what an application needs to know to use it. */
export interface RunningSandbox {
    readonly control: SandboxControl;
    /** Settings of the application. */
    readonly env: Readonly<Record<string, string>>;
    /** Ends it and removes its books. */
    stop(): Promise<void>;
}

/** @param webhookUrl - Where it sends webhooks. Without it they are kept. */
export async function startSandbox(webhookUrl?: string): Promise<RunningSandbox> {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'efi-sandbox-'));
    const port = await freePort();
    const address = `http://127.0.0.1:${port}`;
    const secrets = { SANDBOX_API_KEY: 'sandbox-test-key', SANDBOX_WEBHOOK_SECRET: 'sandbox-test-secret' };
    const sandbox: AppProcess = await startScript(SCRIPT, {
        ...secrets,
        SANDBOX_PORT: String(port),
        SANDBOX_DATA_DIR: folder,
        ...(webhookUrl ? { SANDBOX_WEBHOOK_URL: webhookUrl } : {}),
    });
    return {
        control: new SandboxControl(address, secrets.SANDBOX_API_KEY),
        env: { ...secrets, SANDBOX_PROVIDER_URL: address },
        async stop() {
            sandbox.signal('SIGTERM');
            await sandbox.ended();
            await rm(folder, { recursive: true, force: true });
        },
    };
}
