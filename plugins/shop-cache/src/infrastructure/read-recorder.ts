import { Product, ProductVariant } from '@vendure/core';
import { LRUCache } from 'lru-cache';
import { AsyncLocalStorage } from 'node:async_hooks';
import type { DataSource, EntitySubscriberInterface, QueryRunner } from 'typeorm';
import type { AfterQueryEvent } from 'typeorm/subscriber/event/QueryEvent';
import { tablesInStatement } from '../domain/tables-in-statement';

/** What was read while a request was answered. */
export class Recording {
    readonly tables = new Set<string>();
    readonly products = new Set<string>();
    /** A product or variant was read of which it can't be said whose it is. */
    strayed = false;
}

/** Statements that change nothing for others, or not yet. */
const NO_COMMIT = /^\s*(SELECT|START|BEGIN|ROLLBACK|SAVEPOINT|RELEASE|SHOW|SET)\b/i;
const COMMIT = /^\s*COMMIT\b/i;

/**
 * Sees every statement that goes through TypeORM: for answers under way which tables they read, and for this process
 * when something was committed.
 */
export class ReadRecorder {
    private readonly storage = new AsyncLocalStorage<Recording>();
    private knownTables: ReadonlySet<string> = new Set();
    private readonly tablesByStatement = new LRUCache<string, readonly string[]>({ max: 2_000 });

    setKnownTables(tables: ReadonlySet<string>): void {
        this.knownTables = tables;
        this.tablesByStatement.clear();
    }

    /** Records what `work` reads, and all that it sets going. */
    record(recording: Recording, work: () => void): void {
        this.storage.run(recording, work);
    }

    attach(dataSource: DataSource, onCommit: () => void): void {
        this.listenToStatements(dataSource);
        const storage = this.storage;
        const commits: EntitySubscriberInterface = {
            afterQuery({ query, queryRunner }: AfterQueryEvent<unknown>) {
                const single = !queryRunner.isTransactionActive && !NO_COMMIT.test(query);
                if (single || COMMIT.test(query)) {
                    onCommit();
                }
            },
        };
        const products: EntitySubscriberInterface<Product> = {
            listenTo: () => Product,
            afterLoad: product => note(storage.getStore(), product.id),
        };
        const variants: EntitySubscriberInterface<ProductVariant> = {
            listenTo: () => ProductVariant,
            afterLoad: variant => note(storage.getStore(), variant.productId),
        };
        dataSource.subscribers.push(commits, products as never, variants as never);
    }

    /** The logger is the one place that hears of each statement, also of those that plugins send to `pg` themselves. */
    private listenToStatements(dataSource: DataSource): void {
        const { logger } = dataSource;
        const logQuery = (query: string, parameters?: unknown[], queryRunner?: QueryRunner): unknown => {
            const recording = this.storage.getStore();
            if (recording) {
                this.tablesOf(query).forEach(table => recording.tables.add(table));
            }
            return logger.logQuery(query, parameters, queryRunner) as unknown;
        };
        // Over the present one and not into it, since other connections may share it.
        dataSource.logger = Object.create(logger, { logQuery: { value: logQuery } }) as typeof logger;
    }

    private tablesOf(statement: string): readonly string[] {
        const known = this.tablesByStatement.get(statement);
        if (known) {
            return known;
        }
        const tables = tablesInStatement(statement, this.knownTables);
        this.tablesByStatement.set(statement, tables);
        return tables;
    }
}

function note(recording: Recording | undefined, productId: unknown): void {
    if (typeof productId === 'number' || typeof productId === 'string') {
        recording?.products.add(String(productId));
    } else if (recording) {
        recording.strayed = true;
    }
}
