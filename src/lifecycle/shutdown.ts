import { Logger } from '@vendure/core';
import type { Server } from 'node:http';

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
    process.on('SIGTERM', () => shutDown('SIGTERM'));
    process.on('SIGINT', () => shutDown('SIGINT'));
    if (process.channel) {
        process.once('disconnect', () => shutDown('The launcher is gone'));
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
