import { Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { TransactionalConnection } from '@vendure/core';
import { DataSource, type DataSourceOptions } from 'typeorm';

const CONNECTIONS = 3;
const PATIENCE_MS = 2_000;

/**
 * A few connections that nothing but the limits uses. A sign-in holds a connection of the application's pool for its
 * transaction: if it had to wait for a second one from there, enough sign-ins at once would wait for each other for
 * ever.
 */
@Injectable()
export class LimitDatabase implements OnModuleInit, OnApplicationShutdown {
    readonly dataSource: DataSource;

    constructor(connection: TransactionalConnection) {
        this.dataSource = new DataSource(ownOptions(connection.rawConnection.options));
    }

    async onModuleInit(): Promise<void> {
        await this.dataSource.initialize();
    }

    async onApplicationShutdown(): Promise<void> {
        if (this.dataSource.isInitialized) {
            await this.dataSource.destroy();
        }
    }
}

function ownOptions(options: DataSourceOptions): DataSourceOptions {
    if (options.type !== 'postgres') {
        throw new Error(`AuthPlugin: needs PostgreSQL, and the application runs on ${options.type}.`);
    }
    return {
        ...options,
        poolSize: CONNECTIONS,
        applicationName: `${options.applicationName ?? 'vendure'}-limits`,
        entities: [],
        subscribers: [],
        migrations: [],
        synchronize: false,
        migrationsRun: false,
        extra: {
            ...(options.extra as object),
            connectionTimeoutMillis: PATIENCE_MS,
            query_timeout: PATIENCE_MS,
        },
    };
}
