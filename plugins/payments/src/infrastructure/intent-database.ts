import { queryPrepared } from '@efi/plugin-kit';
import { Inject, Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { TransactionalConnection } from '@vendure/core';
import { DataSource, type DataSourceOptions, type EntityManager } from 'typeorm';
import { PAYMENTS_OPTIONS, type ResolvedPaymentsOptions } from '../payments.options';

/**
 * A few connections to the application's database that nothing but payments uses: what is stored here is committed
 * at once, whatever becomes of the transaction of the request, and is never kept waiting by requests that hold all
 * other connections.
 */
@Injectable()
export class IntentDatabase implements OnModuleInit, OnApplicationShutdown {
    private readonly dataSource: DataSource;

    constructor(
        connection: TransactionalConnection,
        @Inject(PAYMENTS_OPTIONS) { connections }: ResolvedPaymentsOptions,
    ) {
        this.dataSource = new DataSource(ownOptions(connection.rawConnection.options, connections));
    }

    async onModuleInit(): Promise<void> {
        await this.dataSource.initialize();
    }

    async onApplicationShutdown(): Promise<void> {
        if (this.dataSource.isInitialized) {
            await this.dataSource.destroy();
        }
    }

    /** Runs one statement, committed when it returns. @param sql - A constant that lists its columns. */
    query<Row>(sql: string, parameters: readonly unknown[]): Promise<Row[]> {
        return queryPrepared<Row>(this.dataSource.manager, sql, parameters);
    }

    /** Several statements, committed when it returns. As few as possible: the intent is locked meanwhile. */
    inTransaction<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
        return this.dataSource.transaction(work);
    }
}

/**
 * A statement here should never wait for long: it would mean that an order's transaction, which has the row, waits
 * for this very statement, and PostgreSQL sees no deadlock in that.
 */
const LOCK_TIMEOUT_MS = 5_000;

function ownOptions(options: DataSourceOptions, connections: number): DataSourceOptions {
    if (options.type !== 'postgres') {
        throw new Error(`PaymentsPlugin: needs PostgreSQL, and the application runs on ${options.type}.`);
    }
    const extra = (options.extra ?? {}) as { options?: string };
    return {
        ...options,
        poolSize: connections,
        applicationName: `${options.applicationName ?? 'vendure'}-payments`,
        entities: [],
        subscribers: [],
        migrations: [],
        synchronize: false,
        migrationsRun: false,
        extra: { ...extra, options: `${extra.options ?? ''} -c lock_timeout=${LOCK_TIMEOUT_MS}`.trim() },
    };
}
