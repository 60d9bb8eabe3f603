import path from 'node:path';

/** What the provider is started with. */
export interface SandboxSettings {
    /** 0 takes a free one. */
    readonly port: number;
    readonly host: string;
    /** As browsers reach the hosted pages. Default: http://localhost:PORT. */
    readonly publicUrl?: string;
    /** The shop's bearer key. */
    readonly apiKey: string;
    /** Signs webhooks. */
    readonly webhookSecret: string;
    /** Where webhooks go. Without it, they are kept until there is one. */
    readonly webhookUrl?: string;
    /** Folder of the journal. */
    readonly dataDir: string;
    /** How long `sandbox_slow` takes. */
    readonly slowMs: number;
    /** How late `sandbox_webhook_late` is. */
    readonly lateMs: number;
}

/**
 * Reads the settings.
 *
 * @throws Error that names the variable and what it must be.
 */
export function readSettings(env: NodeJS.ProcessEnv): SandboxSettings {
    return {
        port: wholeNumber(env, 'SANDBOX_PORT', 3030),
        host: env.SANDBOX_HOST || '127.0.0.1',
        ...(env.SANDBOX_PUBLIC_URL ? { publicUrl: env.SANDBOX_PUBLIC_URL.replace(/\/+$/, '') } : {}),
        apiKey: needed(env, 'SANDBOX_API_KEY'),
        webhookSecret: needed(env, 'SANDBOX_WEBHOOK_SECRET'),
        ...(env.SANDBOX_WEBHOOK_URL ? { webhookUrl: env.SANDBOX_WEBHOOK_URL } : {}),
        dataDir: path.resolve(needed(env, 'SANDBOX_DATA_DIR')),
        slowMs: wholeNumber(env, 'SANDBOX_SLOW_MS', 3_000),
        lateMs: wholeNumber(env, 'SANDBOX_LATE_MS', 15_000),
    };
}

function needed(env: NodeJS.ProcessEnv, name: string): string {
    const value = env[name];
    if (!value) {
        throw new Error(`${name} must be set.`);
    }
    return value;
}

function wholeNumber(env: NodeJS.ProcessEnv, name: string, fallback: number): number {
    const value = Number(env[name] || fallback);
    if (!Number.isSafeInteger(value) || value < 0) {
        throw new Error(`${name} must be a whole number, got "${env[name] ?? ''}".`);
    }
    return value;
}
