import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseUnavailableError } from '../database/database-unavailable.error';
import type { Env } from '../env';

/**
 * Address of the embedded PostgreSQL that `npm start` runs now, as the role that owns the schema.
 *
 * @throws DatabaseUnavailableError when none runs.
 */
export function runningDatabase({ DATA_DIR }: Env): string {
    const pointer = read(path.join(DATA_DIR, 'postgres-location.json'));
    const home = pointer ? (JSON.parse(pointer) as { folder: string }).folder : DATA_DIR;
    const port = read(path.join(home, 'postgres', 'postmaster.pid'))?.split('\n')[3];
    const secrets = read(path.join(DATA_DIR, 'secrets.json'));
    if (!port || !secrets) {
        throw new DatabaseUnavailableError(
            'DATABASE_URL is not set, and no embedded PostgreSQL runs. Run `npm start` beside, or set DATABASE_URL.',
        );
    }
    const { owner } = JSON.parse(secrets) as { owner: string };
    return `postgres://efi_owner:${encodeURIComponent(owner)}@127.0.0.1:${port}/efi`;
}

function read(file: string): string | undefined {
    return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}
