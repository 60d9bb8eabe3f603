import type { ClientBase } from 'pg';

/** What PostgreSQL did for one database since the last reset. */
export interface SqlCost {
    readonly statements: number;
    /** Planning and execution, in milliseconds. */
    readonly timeMs: number;
    /** Of the time, in milliseconds. */
    readonly planningMs: number;
    readonly commits: number;
}

/** One kind of statement, constants left out. */
export interface StatementCost {
    readonly calls: number;
    readonly timeMs: number;
    readonly text: string;
}

/** Settings of PostgreSQL under which it counts. */
export const STATEMENT_STATISTICS = [
    'shared_preload_libraries=pg_stat_statements',
    'pg_stat_statements.max=10000',
    'pg_stat_statements.track_planning=on',
] as const;

const OF_THIS_DATABASE = `dbid = (SELECT oid FROM pg_database WHERE datname = current_database())
    AND query NOT LIKE '%pg_stat_statements%'`;

const TIME = `total_exec_time + total_plan_time`;

/** Counts from zero again for the database of this connection. */
export async function resetStatistics(database: ClientBase): Promise<void> {
    await database.query(
        `SELECT pg_stat_statements_reset(0, (SELECT oid FROM pg_database WHERE datname = current_database()), 0)`,
    );
}

export async function sqlCost(database: ClientBase): Promise<SqlCost> {
    const { rows } = await database.query<SqlCost>(`
        SELECT coalesce(sum(calls), 0)::float AS statements, coalesce(sum(${TIME}), 0)::float AS "timeMs",
               coalesce(sum(total_plan_time), 0)::float AS "planningMs",
               coalesce(sum(calls) FILTER (WHERE upper(query) = 'COMMIT'), 0)::float AS commits
          FROM pg_stat_statements WHERE ${OF_THIS_DATABASE}`);
    return rows[0] ?? { statements: 0, timeMs: 0, planningMs: 0, commits: 0 };
}

/** Those that took longest together. */
export async function costliestStatements(database: ClientBase, limit: number): Promise<StatementCost[]> {
    const { rows } = await database.query<StatementCost>(
        `SELECT calls::float, (${TIME})::float AS "timeMs", regexp_replace(query, '\\s+', ' ', 'g') AS text
           FROM pg_stat_statements WHERE ${OF_THIS_DATABASE} ORDER BY ${TIME} DESC LIMIT $1`,
        [limit],
    );
    return rows;
}
