import type { EntityManager } from 'typeorm';

/** Values of one row, in the order of the columns. */
type SqlRow = ReadonlyArray<string | number | boolean | null>;

/** A column of the rows that are given to a statement, and its type in PostgreSQL. */
type SqlColumns = Readonly<Record<string, 'int' | 'text' | 'boolean'>>;

/** `given`, a table of the rows, for the beginning of a statement; its arrays are `$1` and those that follow. */
function given(columns: SqlColumns): string {
    const names = Object.keys(columns);
    const arrays = Object.values(columns).map((type, index) => `$${index + 1}::${type}[]`);
    return `given AS (SELECT * FROM unnest(${arrays.join(', ')}) AS g(${quoted(names).join(', ')}))`;
}

/** An array for each column. */
function transposed(columns: SqlColumns, rows: readonly SqlRow[]): unknown[][] {
    return Object.keys(columns).map((_, index) => rows.map(row => row[index]));
}

function quoted(names: readonly string[]): string[] {
    return names.map(name => `"${name}"`);
}

/** @returns so many ids that nobody else gets. */
export async function takeIds(manager: EntityManager, table: string, count: number): Promise<number[]> {
    if (count === 0) {
        return [];
    }
    const rows = await manager.query<Array<{ id: string }>>(
        `SELECT nextval(pg_get_serial_sequence($1, 'id')) AS id FROM generate_series(1, $2)`,
        [table, count],
    );
    return rows.map(({ id }) => Number(id));
}

/**
 * Makes rows what they are to be, found by their id.
 *
 * @param columns - `id` first.
 * @returns the ids of those that were not so before.
 */
export async function upsertById(
    manager: EntityManager,
    table: string,
    columns: SqlColumns,
    rows: readonly SqlRow[],
): Promise<number[]> {
    const names = quoted(Object.keys(columns));
    const others = names.slice(1);
    const changed = await manager.query<Array<{ id: number }>>(
        `WITH ${given(columns)}, written AS (
            INSERT INTO ${table} AS own (${names.join(', ')}) SELECT * FROM given
            ON CONFLICT (id) DO UPDATE
               SET ${others.map(name => `${name} = excluded.${name}`).join(', ')}, "updatedAt" = CURRENT_TIMESTAMP
             WHERE (${others.map(name => `own.${name}`).join(', ')})
                   IS DISTINCT FROM (${others.map(name => `excluded.${name}`).join(', ')})
            RETURNING id)
         SELECT id FROM written`,
        transposed(columns, rows),
    );
    return changed.map(({ id }) => id);
}

/**
 * Makes rows what they are to be where no constraint says what makes them one: translations and prices.
 *
 * @param key - Columns that tell the rows apart, the owner first.
 * @returns the owners whose rows were not so before.
 */
export async function upsertByKey(
    manager: EntityManager,
    table: string,
    key: SqlColumns,
    values: SqlColumns,
    rows: readonly SqlRow[],
): Promise<number[]> {
    const columns = { ...key, ...values };
    const keys = quoted(Object.keys(key));
    const others = quoted(Object.keys(values));
    const same = keys.map(name => `own.${name} = given.${name}`).join(' AND ');
    const changed = await manager.query<Array<{ owner: number }>>(
        `WITH ${given(columns)}, changed AS (
            UPDATE ${table} own
               SET ${others.map(name => `${name} = given.${name}`).join(', ')}, "updatedAt" = CURRENT_TIMESTAMP
              FROM given
             WHERE ${same} AND (${others.map(name => `own.${name}`).join(', ')})
                   IS DISTINCT FROM (${others.map(name => `given.${name}`).join(', ')})
            RETURNING own.${keys[0] ?? ''} AS owner), added AS (
            INSERT INTO ${table} (${[...keys, ...others].join(', ')})
            SELECT * FROM given WHERE NOT EXISTS (SELECT FROM ${table} own WHERE ${same})
            RETURNING ${keys[0] ?? ''} AS owner)
         SELECT owner FROM changed UNION SELECT owner FROM added`,
        transposed(columns, rows),
    );
    return changed.map(({ owner }) => owner);
}

/** Both columns of a table that says what belongs to what. */
interface LinkTable {
    readonly table: string;
    readonly owner: string;
    readonly value: string;
}

/**
 * Adds what is missing to a table of links.
 *
 * @returns the owners that had not all of theirs before.
 */
export async function addLinks(
    manager: EntityManager,
    { table, owner, value }: LinkTable,
    links: ReadonlyArray<readonly [owner: number, value: number]>,
): Promise<number[]> {
    const added = await manager.query<Array<{ owner: number }>>(
        `WITH given AS (SELECT DISTINCT * FROM unnest($1::int[], $2::int[]) AS g(owner, value)), added AS (
            INSERT INTO ${table} ("${owner}", "${value}") SELECT owner, value FROM given
            ON CONFLICT DO NOTHING RETURNING "${owner}" AS owner)
         SELECT DISTINCT owner FROM added`,
        [links.map(([from]) => from), links.map(([, to]) => to)],
    );
    return added.map(row => row.owner);
}

/**
 * Makes the links of some owners what they are to be.
 *
 * @returns the owners whose links were not so before.
 */
export async function replaceLinks(
    manager: EntityManager,
    link: LinkTable,
    owners: readonly number[],
    links: ReadonlyArray<readonly [owner: number, value: number]>,
): Promise<number[]> {
    const { table, owner, value } = link;
    const removed = await manager.query<Array<{ owner: number }>>(
        `WITH removed AS (
            DELETE FROM ${table} own
             WHERE "${owner}" = ANY($1::int[])
               AND NOT EXISTS (SELECT FROM unnest($2::int[], $3::int[]) AS g(owner, value)
                                WHERE g.owner = own."${owner}" AND g.value = own."${value}")
            RETURNING "${owner}" AS owner)
         SELECT DISTINCT owner FROM removed`,
        [owners, links.map(([from]) => from), links.map(([, to]) => to)],
    );
    return [...removed.map(row => row.owner), ...(await addLinks(manager, link, links))];
}
