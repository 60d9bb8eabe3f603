import type { ClientConfig } from 'pg';
import type { DataSource } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver';
import type { ResolvedShopCacheOptions } from '../shop-cache.options';

/** How the feed of changes reaches the database: past a pooler where the options say so. */
export function listenConfig(
    dataSource: DataSource,
    { listenUrl }: Pick<ResolvedShopCacheOptions, 'listenUrl'>,
): ClientConfig {
    const { options } = (dataSource.driver as PostgresDriver).master as { options: ClientConfig };
    return listenUrl ? { connectionString: listenUrl } : options;
}
