import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll } from 'vitest';

/**
 * The database of the shop that the journeys run on, for what no page shows.
 *
 * @returns What runs a statement and gives its rows.
 */
export function useShopDatabase(): <Row>(sql: string, parameters?: readonly unknown[]) => Promise<Row[]> {
    let client: Client | undefined;
    beforeAll(async () => {
        client = new Client({ connectionString: addressOfDatabase() });
        await client.connect();
    });
    afterAll(() => client?.end());
    return async <Row>(sql: string, parameters: readonly unknown[] = []) => {
        if (!client) {
            throw new Error('The database was asked outside of a test');
        }
        return (await client.query(sql, [...parameters])).rows as Row[];
    };
}

function addressOfDatabase(): string {
    const dataDir = process.env.EFI_DATA_DIR;
    if (!dataDir) {
        throw new Error(
            'EFI_DATA_DIR is not set: this test looks into the database of a shop on this machine.',
        );
    }
    const { app } = JSON.parse(readFileSync(path.join(dataDir, 'secrets.json'), 'utf8')) as { app: string };
    const port = readFileSync(path.join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[3];
    return `postgres://efi_app:${app}@127.0.0.1:${port}/efi`;
}
