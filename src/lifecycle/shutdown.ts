import { Logger } from '@vendure/core';
import type { Server } from 'node:http';
import type { Pool } from 'pg';

const loggerCtx = 'Shutdown';

/**
 * Runs `close` once, on SIGTERM, SIGINT or when the launcher that started this process is gone, then ends the
 * process. A second signal, or `close` taking longer than `timeoutSeconds`, ends it at once with exit code 1.
 */
export function onShutdown(timeoutSeconds: number, close: () => Promise<void>): void {
    let closing = false;
    const shutDown = (reason: string) => {
        if (closing) {
            Logger.warn(`${reason} again: ending now`, loggerCtx);
            process.exit(1);
        }
        closing = true;
        Logger.info(`${reason}: finishing what is running`, loggerCtx);
        setTimeout(() => {
            Logger.error(`Not finished after ${timeoutSeconds} s: ending now`, loggerCtx);
            process.exit(1);
        }, timeoutSeconds * 1000).unref();
        close().then(
            () => process.exit(0),
            (error: unknown) => {
                Logger.error(
                    `Closing failed: ${String(error)}`,
                    loggerCtx,
                    error instanceof Error ? error.stack : undefined,
                );
                process.exit(1);
            },
        );
    };
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
        // Nest's own listeners, which Vendure asks for, would take the event bus and the database away from what is
        // still running.
        process.removeAllListeners(signal);
        process.on(signal, () => shutDown(signal));
    }
    process.removeAllListeners('disconnect');
    process.once('disconnect', () => shutDown('The launcher is gone'));
}

/**
 * Waits until no connection of the pool has been at work for `quietMs`. Listeners on the event bus go on after the
 * request that woke them is answered, and nothing but their queries tells.
 */
export async function drainDatabase(
    pool: Pick<Pool, 'totalCount' | 'idleCount' | 'waitingCount'>,
    quietMs = 250,
): Promise<void> {
    const step = 25;
    for (let quiet = 0; quiet < quietMs;) {
        await new Promise(resolve => setTimeout(resolve, step));
        const isIdle = pool.waitingCount === 0 && pool.idleCount === pool.totalCount;
        quiet = isIdle ? quiet + step : 0;
    }
}

/** Takes no new connection and waits until every request that has begun is answered. */
export async function drainHttp(server: Server): Promise<void> {
    const closed = new Promise<void>(resolve => server.close(() => resolve()));
    // Kept-alive connections are closed as they fall idle; close() alone ends only those that are idle right now.
    const sweep = setInterval(() => server.closeIdleConnections(), 100);
    await closed;
    clearInterval(sweep);
}
