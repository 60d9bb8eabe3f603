import type { Pool } from 'pg';
import type { DataSource, DataSourceOptions } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver';
import { migrations } from '../../migrations';
import { SteadyClient } from '../database/steady-client';
import type { Env } from '../env';

/** TypeORM's connection for the running application. The schema changes by migrations only. */
export function databaseOptions(env: Env, processName: string): DataSourceOptions {
    return {
        type: 'postgres',
        url: env.DATABASE_URL,
        applicationName: `efi-${processName}`,
        poolSize: env.DATABASE_POOL_SIZE,
        synchronize: false,
        migrationsRun: false,
        migrations,
        logging: false,
        connectTimeoutMS: 10_000,
        // now() in a column without a zone must mean what the process means: see alignProcessEnvironment.
        extra: { options: '-c timezone=UTC', Client: SteadyClient },
    };
}

/** The `pg` pool behind a connection. TypeORM keeps it on its driver without a type. */
export function poolOf(connection: DataSource): Pool {
    return (connection.driver as PostgresDriver).master as Pool;
}
