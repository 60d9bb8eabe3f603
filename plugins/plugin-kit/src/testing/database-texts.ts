/** One thing that a database has, and where. */
export interface DatabaseText {
    readonly where: string;
    readonly content: string | Buffer;
}

type Query = <Row>(sql: string) => Promise<Row[]>;

const TABLES = `
    SELECT format('%I.%I', n.nspname, c.relname) AS name,
           ARRAY(SELECT a.attname::text FROM pg_attribute a
                  WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.atttypid = 'bytea'::regtype) AS binary
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind IN ('r', 'm') AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast')
     ORDER BY 1`;

/** What a dump has beside rows: large objects, comments, code, definitions. */
const BESIDE: Readonly<Record<string, string>> = {
    'large objects': 'SELECT data AS content FROM pg_largeobject',
    comments: 'SELECT description AS content FROM pg_description WHERE objoid >= 16384',
    functions: `SELECT pg_get_functiondef(oid) AS content FROM pg_proc WHERE oid >= 16384 AND prokind IN ('f', 'p')`,
    defaults: 'SELECT pg_get_expr(adbin, adrelid) AS content FROM pg_attrdef',
    sequences: 'SELECT s::text AS content FROM pg_sequences s',
};

/**
 * Everything that a dump of the database would have: each row of each table as text, bytes as they are, and what lies
 * beside the tables.
 *
 * @param query - As a superuser, past row-level security.
 */
export async function* databaseTexts(query: Query): AsyncGenerator<DatabaseText> {
    for (const { name, binary } of await query<{ name: string; binary: string[] }>(TABLES)) {
        for (const { row } of await query<{ row: string }>(`SELECT r::text AS row FROM ${name} r`)) {
            yield { where: name, content: row };
        }
        for (const column of binary) {
            const rows = await query<{ content: Buffer }>(
                `SELECT "${column}" AS content FROM ${name} WHERE "${column}" IS NOT NULL`,
            );
            yield* rows.map(({ content }) => ({ where: `${name}.${column}`, content }));
        }
    }
    for (const [where, sql] of Object.entries(BESIDE)) {
        const rows = await query<{ content: string | Buffer }>(sql);
        yield* rows.map(({ content }) => ({ where, content }));
    }
}
