import { metrics } from '@efi/plugin-kit';
import { DatabaseUnavailableError } from '../database/database-unavailable.error';
import { RedisUnavailableError } from '../redis/redis-unavailable.error';

/** Runs a process's main function. Faults that a person can mend end it with one clear line and exit code 1. */
export function runProcess(main: () => Promise<void>): void {
    // A start whose launcher has died is not worth finishing. Once started, onShutdown() takes over.
    process.once('disconnect', () => process.exit(1));
    // Work that nobody waits for may fail while the database is away: Vendure's search, say, asks for a job when stock
    // has moved, after the sale was committed. It is told, and does not take everybody else's requests with it.
    process.on('unhandledRejection', reason => {
        metrics()
            .counter('efi_unhandled_rejections_total', 'Work that failed while nobody waited for it.')
            .increment();
        process.stderr.write(`Unhandled rejection: ${describe(reason)}\n`);
    });
    main().catch((error: unknown) => {
        process.stderr.write(`${describe(error)}\n`);
        process.exit(1);
    });
}

function describe(error: unknown): string {
    if (error instanceof DatabaseUnavailableError || error instanceof RedisUnavailableError) {
        return `Can't start: ${error.message}`;
    }
    if (isPortInUse(error)) {
        return `Can't start: port ${error.port} is in use. Stop what uses it, or choose another with PORT or WORKER_HEALTH_PORT.`;
    }
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function isPortInUse(error: unknown): error is NodeJS.ErrnoException & { port: number } {
    return error instanceof Error && (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
}
