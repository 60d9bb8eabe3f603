import { Client } from 'pg';
import { DatabaseUnavailableError } from '../database/database-unavailable.error';

/**
 * How far the demo shop is: `written` once all its rows are committed, `complete` once they can be found by search.
 * Kept in Vendure's settings store, written in the same transaction as the shop.
 */
export type DemoPhase = 'none' | 'written' | 'complete';

export const demoStateKey = 'efiDemo.phase';
export const largeStateKey = 'efiDemo.large';
/** Id of the promotion that the flash sale task moves. */
export const flashSaleKey = 'efiDemo.flashSale';

/** Advisory lock that keeps two populations apart. The number is arbitrary and never changes. */
const DEMO_LOCK = 3_716_214_456;

const undefinedTable = '42P01';

/** A connection of its own that knows the demo's state and can keep other populations waiting. */
export class DemoState {
    private constructor(private readonly client: Client) {}

    /** @throws DatabaseUnavailableError when PostgreSQL can't be reached or refuses the credentials. */
    static async connect(url: string): Promise<DemoState> {
        const client = new Client({
            connectionString: url,
            application_name: 'efi-demo',
            connectionTimeoutMillis: 10_000,
            keepAlive: true,
        });
        // Without a listener a lost connection would end the process with a bare stack trace.
        client.on('error', error => process.stderr.write(`Lost the demo's lock: ${error.message}\n`));
        try {
            await client.connect();
        } catch (error) {
            throw DatabaseUnavailableError.from(url, error);
        }
        return new DemoState(client);
    }

    /** Waits until no other process populates. The lock ends with the connection, so with this process at the latest. */
    async lock(): Promise<void> {
        await this.client.query('SELECT pg_advisory_lock($1)', [DEMO_LOCK]);
    }

    /** `none` also on a database without any table. */
    async read(key: string): Promise<DemoPhase> {
        try {
            const { rows } = await this.client.query<{ value: DemoPhase }>(
                'SELECT value FROM settings_store_entry WHERE key = $1 AND scope IS NULL',
                [key],
            );
            return rows[0]?.value ?? 'none';
        } catch (error) {
            if (error instanceof Error && 'code' in error && error.code === undefinedTable) {
                return 'none';
            }
            throw error;
        }
    }

    /** Whether somebody has put products into the database already. */
    async hasCatalogue(): Promise<boolean> {
        const { rows } = await this.client.query<{ there: string | null }>(
            `SELECT to_regclass('product')::text AS there`,
        );
        if (!rows[0]?.there) {
            return false;
        }
        const { rowCount } = await this.client.query('SELECT FROM product LIMIT 1');
        return rowCount === 1;
    }

    async markComplete(key: string): Promise<void> {
        await this.client.query(
            `UPDATE settings_store_entry SET value = '"complete"', "updatedAt" = now() WHERE key = $1`,
            [key],
        );
    }

    async end(): Promise<void> {
        await this.client.end();
    }
}
