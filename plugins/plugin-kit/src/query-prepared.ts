import { createHash } from 'node:crypto';
import type { EntityManager, QueryRunner } from 'typeorm';

/** What is used of pg's client. */
interface Client {
    query(statement: {
        readonly name: string;
        readonly text: string;
        readonly values: unknown[];
    }): Promise<{ readonly rows: unknown[] }>;
}

/** By text. A plugin has some dozens of statements. */
const names = new Map<string, string>();

/**
 * Runs a statement that PostgreSQL parses and plans once per connection, and not each time. For the few statements
 * on a busy path: planning is most of what a short one costs.
 *
 * Between the application and PostgreSQL may stand a pooler that keeps prepared statements apart, such as PgBouncer
 * from 1.21 with `max_prepared_statements`.
 *
 * @param manager - Of a transaction, which the statement then takes part in; else it gets a connection for itself.
 * @param text - A constant that lists its columns: after a migration, `*` would mean other ones than were planned.
 * @returns The rows, also those of `RETURNING`.
 * @throws pg's `DatabaseError`, with the SQLSTATE in `code`.
 */
export async function queryPrepared<Row>(
    manager: EntityManager,
    text: string,
    values: readonly unknown[],
): Promise<Row[]> {
    const runner = manager.queryRunner ?? manager.connection.createQueryRunner();
    try {
        const client = (await runner.connect()) as Client;
        manager.connection.logger.logQuery(text, [...values], runner);
        const { rows } = await client.query({ name: nameOf(text), text, values: [...values] });
        return rows as Row[];
    } finally {
        if (runner !== manager.queryRunner) {
            await runner.release();
        }
    }
}

/**
 * A view of a query runner whose statements are prepared, for query builders: `createQueryBuilder(alias, preparing(runner))`.
 * With the same care as in {@link queryPrepared}: a connection keeps each text that it was ever given.
 *
 * @param runner - Stays the caller's to release.
 */
export function preparing(runner: QueryRunner): QueryRunner {
    const connect = async () => {
        const client = (await runner.connect()) as Client;
        return {
            query: (text: string, values: unknown[] = []) =>
                client.query({ name: nameOf(text), text, values }),
        };
    };
    return Object.create(runner, { connect: { value: connect } }) as QueryRunner;
}

function nameOf(text: string): string {
    const known = names.get(text);
    if (known) {
        return known;
    }
    const name = `efi_${createHash('sha256').update(text).digest('hex').slice(0, 32)}`;
    names.set(text, name);
    return name;
}
