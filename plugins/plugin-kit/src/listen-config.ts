import type { ClientConfig } from 'pg';
import type { DataSource } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver';

/**
 * How a {@link ChangeFeed} reaches the database: as the application does.
 *
 * @param listenUrl - Another address, past a pooler in transaction mode.
 */
export function listenConfig(dataSource: DataSource, listenUrl?: string): ClientConfig {
    const { options } = (dataSource.driver as PostgresDriver).master as { options: ClientConfig };
    return listenUrl ? { connectionString: listenUrl } : options;
}
