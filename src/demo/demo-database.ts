import { DatabaseUnavailableError } from '../database/database-unavailable.error';
import type { Env } from '../env';

/**
 * Address of the database that may be filled with made-up data. Ends the process with one clear line when there is
 * none, or when it is a production's.
 */
export function demoDatabase(env: Env): string {
    if (env.isProduction) {
        process.stderr.write('The demo shop is for EFI_MODE=demo only: production keeps its own data.\n');
        process.exit(1);
    }
    if (!env.DATABASE_URL) {
        throw new DatabaseUnavailableError(
            'DATABASE_URL is not set. Run `npm start`, which brings its own PostgreSQL, or set DATABASE_URL.',
        );
    }
    return env.DATABASE_URL;
}
