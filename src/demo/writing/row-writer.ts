/** A value as it goes into a column. Objects are for `simple-json` columns and are stored as their JSON text. */
type Value = string | number | boolean | null | Date | object;
export type Row = Readonly<Record<string, Value>>;

/** What the writer needs of a database connection: the transaction's. */
export interface SqlRunner {
    query<T = unknown>(sql: string, parameters?: unknown[]): Promise<T>;
}

const rowsPerStatement = 5_000;

/**
 * Writes many rows of a table at once. Vendure's services take some fifty statements for one product and more for
 * an order; eighteen months of trading would take an hour.
 */
export class RowWriter {
    constructor(readonly sql: SqlRunner) {}

    /** Takes `count` ids out of the table's sequence, so that rows can refer to each other before they are written. */
    async reserveIds(table: string, count: number): Promise<number[]> {
        const rows = await this.sql.query<{ id: number }[]>(
            `SELECT nextval(pg_get_serial_sequence($1, 'id'))::int AS id FROM generate_series(1, $2)`,
            [quote(table), count],
        );
        return rows.map(row => row.id);
    }

    /** Inserts rows that all have the first one's columns; the others take their defaults. */
    async insert(table: string, rows: readonly Row[]): Promise<void> {
        const [first] = rows;
        if (!first) {
            return;
        }
        const columns = Object.keys(first).map(quote).join(', ');
        for (let start = 0; start < rows.length; start += rowsPerStatement) {
            const part = rows.slice(start, start + rowsPerStatement).map(toJson);
            await this.sql.query(
                `INSERT INTO ${quote(table)} (${columns})
                 SELECT ${columns} FROM json_populate_recordset(NULL::${quote(table)}, $1::json)`,
                [JSON.stringify(part)],
            );
        }
    }

    /** Inserts rows with ids of their own and returns the ids, in the rows' order. */
    async insertWithIds(table: string, rows: readonly Row[]): Promise<number[]> {
        const ids = await this.reserveIds(table, rows.length);
        await this.insert(
            table,
            rows.map((row, index) => ({ id: ids[index] ?? 0, ...row })),
        );
        return ids;
    }
}

function quote(name: string): string {
    return `"${name.replaceAll('"', '""')}"`;
}

function toJson(row: Row): Record<string, string | number | boolean | null> {
    return Object.fromEntries(Object.entries(row).map(([column, value]) => [column, toColumn(value)]));
}

function toColumn(value: Value): string | number | boolean | null {
    if (value instanceof Date) {
        return toTimestamp(value);
    }
    return typeof value === 'object' && value !== null ? JSON.stringify(value) : value;
}

/** TypeORM keeps times in columns without a zone, as the clock on this process's wall shows them. */
function toTimestamp(date: Date): string {
    const local = new Date(date.getTime() - date.getTimezoneOffset() * 60_000);
    return local.toISOString().slice(0, -1);
}
