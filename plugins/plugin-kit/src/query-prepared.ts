import { createHash } from 'node:crypto';
import type { EntityManager, QueryRunner } from 'typeorm';
import { metrics } from './metrics';

interface Result {
    readonly rows: unknown[];
}

/** What is used of pg's client. */
interface Client {
    query(statement: {
        readonly name: string;
        readonly text: string;
        readonly values: unknown[];
    }): Promise<Result>;
    query(text: string, values: unknown[]): Promise<Result>;
}

/**
 * So many texts are prepared in a process, the first ones that it is given: each connection keeps them for good, and
 * PostgreSQL has a plan of each in its memory. All plugins of an application have about half as many.
 */
const MOST_STATEMENTS = 256;

/** By text. */
const names = new Map<string, string>();

/**
 * Runs a statement that PostgreSQL parses and plans once per connection, and not each time. For the few statements
 * on a busy path: planning is most of what a short one costs. When a process has prepared 256 texts, further ones are
 * sent as they are, and counted in `efi_unprepared_statements_total`. Texts that are put together by what somebody asks
 * for, of which there may be any number, take up room of all others: give them a share with {@link amongFirst}.
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
        const { rows } = await send(client, text, [...values]);
        return rows as Row[];
    } finally {
        if (runner !== manager.queryRunner) {
            await runner.release();
        }
    }
}

/**
 * A view of a query runner whose statements are prepared, for query builders: `createQueryBuilder(alias, preparing(runner))`.
 * With the same care as in {@link queryPrepared}, and the same room for all.
 *
 * @param runner - Stays the caller's to release.
 */
export function preparing(runner: QueryRunner): QueryRunner {
    const connect = async () => {
        const client = (await runner.connect()) as Client;
        return { query: (text: string, values: unknown[] = []) => send(client, text, values) };
    };
    return Object.create(runner, { connect: { value: connect } }) as QueryRunner;
}

/**
 * For statements that are put together by what somebody asks for: which of them to prepare, so that they leave room
 * for others'.
 *
 * @param most - How many of them.
 * @returns Whether a text, or another key that stands for one, is among the first `most` that it was asked of.
 */
export function amongFirst(most: number): (key: string) => boolean {
    const first = new Set<string>();
    return key => {
        if (first.size < most) {
            first.add(key);
        }
        return first.has(key);
    };
}

function send(client: Client, text: string, values: unknown[]): Promise<Result> {
    const name = nameOf(text);
    if (name === undefined) {
        metrics()
            .counter(
                'efi_unprepared_statements_total',
                'Statements of busy paths that were not prepared because so many others are',
            )
            .increment();
        return client.query(text, values);
    }
    return client.query({ name, text, values });
}

/** None when there is no more room. */
function nameOf(text: string): string | undefined {
    const known = names.get(text);
    if (known || names.size >= MOST_STATEMENTS) {
        return known;
    }
    const name = `efi_${createHash('sha256').update(text).digest('hex').slice(0, 32)}`;
    names.set(text, name);
    return name;
}
