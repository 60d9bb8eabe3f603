import { preBootstrapConfig, type VendureConfig } from '@vendure/core';
import type { TestDbInitializer } from '@vendure/testing';
import path from 'node:path';
import { DataSource, getMetadataArgsStorage } from 'typeorm';
import type { PostgresConnectionOptions } from 'typeorm/driver/postgres/PostgresConnectionOptions';
import type { MigrationClass } from '../migrations';
import { createTestDatabase, giveToApplicationRole, testPostgresUrl } from './test-postgres';

/**
 * Prepares the database of an e2e test as production has it: Vendure's own tables, then the plugins' migrations.
 * `@vendure/testing`'s `PostgresInitializer` synchronises the schema from the entities instead, and so never runs
 * a migration, a trigger or a grant.
 *
 * @example
 * ```ts
 * registerInitializer('postgres', new MigratingPostgresInitializer(config, priceHistoryMigrations));
 * const { server, shopClient } = createTestEnvironment(config);
 * await server.init({ initialData, productsCsvPath });
 * ```
 */
export class MigratingPostgresInitializer implements TestDbInitializer<PostgresConnectionOptions> {
    /**
     * @param config - The configuration under test, with `dbConnectionOptions: { type: 'postgres' }`.
     * @param migrations - Those of the plugins under test. Tables whose name starts with `efi_` come from these only.
     * @param asApplicationRole - Has the server run as a role that owns no table, as production does. Grants and
     * row-level security mean nothing to the superuser that it runs as otherwise.
     */
    constructor(
        private readonly config: Required<VendureConfig>,
        private readonly migrations: readonly MigrationClass[],
        private readonly asApplicationRole = false,
    ) {}

    async init(
        testFileName: string,
        connectionOptions: PostgresConnectionOptions,
    ): Promise<PostgresConnectionOptions> {
        const file = path.basename(testFileName).toLowerCase();
        // With the port, since suites that share a set-up have one file's name, and run at the same time.
        const name = `e2e_${file.replaceAll(/[^a-z0-9]+/g, '_')}_${this.config.apiOptions.port}`;
        const url = await createTestDatabase(testPostgresUrl(), name);
        const { dbConnectionOptions } = await preBootstrapConfig(this.config);
        await this.withDataSource(url, { entities: coreEntities(dbConnectionOptions.entities) }, dataSource =>
            dataSource.synchronize(),
        );
        await this.withDataSource(url, { migrations: [...this.migrations] }, dataSource =>
            dataSource.runMigrations({ transaction: 'each' }),
        );
        const serverUrl = this.asApplicationRole ? await giveToApplicationRole(url) : url;
        return Object.assign(connectionOptions, { url: serverUrl, synchronize: false });
    }

    async populate(populateFn: () => Promise<void>): Promise<void> {
        await populateFn();
    }

    destroy(): void {
        // Nothing is held: each step closes its own connection.
    }

    private async withDataSource(
        url: string,
        options: Partial<PostgresConnectionOptions>,
        work: (dataSource: DataSource) => Promise<unknown>,
    ): Promise<void> {
        const dataSource = new DataSource({ type: 'postgres', url, ...options });
        await dataSource.initialize();
        try {
            await work(dataSource);
        } finally {
            await dataSource.destroy();
        }
    }
}

function coreEntities(
    entities: PostgresConnectionOptions['entities'],
): NonNullable<PostgresConnectionOptions['entities']> {
    const ownTables = new Set(
        getMetadataArgsStorage()
            .tables.filter(table => table.name?.startsWith('efi_'))
            .map(table => table.target),
    );
    return (Array.isArray(entities) ? entities : Object.values(entities ?? {})).filter(
        entity => !ownTables.has(entity as never),
    );
}
