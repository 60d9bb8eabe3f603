import { startTestPostgres } from './test-postgres';

/**
 * Vitest's `globalSetup`: one PostgreSQL for the whole run, whose address the test processes inherit in
 * `EFI_TEST_DATABASE_URL`. When that is set already, the PostgreSQL that it names is used and left running.
 */
export default async function setup(): Promise<() => Promise<void>> {
    if (process.env.EFI_TEST_DATABASE_URL) {
        return () => Promise.resolve();
    }
    const postgres = await startTestPostgres();
    process.env.EFI_TEST_DATABASE_URL = postgres.url;
    return () => postgres.stop();
}
