import { type PartsRecorder, type TableParts, WorkContext } from '@efi/plugin-kit';
import { Product, ProductVariant } from '@vendure/core';
import { LRUCache } from 'lru-cache';
import type { DataSource, EntitySubscriberInterface, QueryRunner } from 'typeorm';
import type { AfterQueryEvent } from 'typeorm/subscriber/event/QueryEvent';
import { tablesInStatement } from '../domain/tables-in-statement';

/** What was read while a request was answered. */
export class Recording {
    readonly tables = new Set<string>();
    /** Of these tables all may have been read. */
    readonly whole = new Set<string>();
    /** Of others, no more than these parts. */
    readonly parts = new Map<string, Set<string>>();
    readonly products = new Set<string>();
    /** A product or variant was read of which it can't be said whose it is. */
    strayed = false;
}

/** What is going on in an answer. */
interface Reading {
    readonly recording: Recording;
    /** Tables of which only parts are read at the moment. */
    readonly partly: ReadonlySet<string>;
}

const NONE: ReadonlySet<string> = new Set();

/** Statements that change nothing for others, or not yet. */
const NO_COMMIT = /^\s*(SELECT|START|BEGIN|ROLLBACK|SAVEPOINT|RELEASE|SHOW|SET)\b/i;
const COMMIT = /^\s*COMMIT\b/i;

/**
 * Sees every statement that goes through TypeORM: for answers under way which tables they read, and for this process
 * when something was committed.
 */
export class ReadRecorder implements PartsRecorder {
    private readonly storage = new WorkContext<Reading>();
    private knownTables: ReadonlySet<string> = new Set();
    private readonly tablesByStatement = new LRUCache<string, readonly string[]>({ max: 2_000 });

    setKnownTables(tables: ReadonlySet<string>): void {
        this.knownTables = tables;
        this.tablesByStatement.clear();
    }

    /** Records what `work` reads, and all that it sets going. */
    record(recording: Recording, work: () => void): void {
        this.storage.run({ recording, partly: NONE }, work);
    }

    async readParts<Result>(
        tables: readonly string[],
        work: () => Promise<Result>,
        partsOf: (result: Result) => readonly TableParts[],
    ): Promise<Result> {
        const recording = this.storage.getStore()?.recording;
        if (!recording) {
            return work();
        }
        try {
            const result = await this.storage.run({ recording, partly: new Set(tables) }, work);
            partsOf(result).forEach(read => noteParts(recording, read));
            return result;
        } catch (error) {
            tables.forEach(table => recording.whole.add(table));
            throw error;
        }
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
            afterLoad: product => note(storage.getStore()?.recording, product.id),
        };
        const variants: EntitySubscriberInterface<ProductVariant> = {
            listenTo: () => ProductVariant,
            afterLoad: variant => note(storage.getStore()?.recording, variant.productId),
        };
        dataSource.subscribers.push(commits, products as never, variants as never);
    }

    /** The logger is the one place that hears of each statement, also of those that plugins send to `pg` themselves. */
    private listenToStatements(dataSource: DataSource): void {
        const { logger } = dataSource;
        const logQuery = (query: string, parameters?: unknown[], queryRunner?: QueryRunner): unknown => {
            const reading = this.storage.getStore();
            if (reading) {
                this.noteTables(reading, query);
            }
            return logger.logQuery(query, parameters, queryRunner) as unknown;
        };
        // Over the present one and not into it, since other connections may share it.
        dataSource.logger = Object.create(logger, { logQuery: { value: logQuery } }) as typeof logger;
    }

    private noteTables({ recording, partly }: Reading, statement: string): void {
        for (const table of this.tablesOf(statement)) {
            recording.tables.add(table);
            if (!partly.has(table)) {
                recording.whole.add(table);
            }
        }
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

function noteParts({ parts }: Recording, { table, parts: read }: TableParts): void {
    const known = parts.get(table) ?? new Set();
    read.forEach(part => known.add(part));
    parts.set(table, known);
}

function note(recording: Recording | undefined, productId: unknown): void {
    if (typeof productId === 'number' || typeof productId === 'string') {
        recording?.products.add(String(productId));
    } else if (recording) {
        recording.strayed = true;
    }
}
