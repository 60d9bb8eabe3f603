import type { DataSourceOptions } from 'typeorm';
import { migrations } from '../../migrations';
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
    };
}
