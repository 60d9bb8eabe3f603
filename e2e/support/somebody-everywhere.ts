import type { PersonalDataDeclaration, PersonalDataTable } from '@efi/plugin-kit';

/** A customer whose name nobody else has. */
export const SOMEBODY = {
    email: 'Xaverine.Quillfeather@Example-Mail.test',
    firstName: 'Xaverine',
    lastName: 'Quillfeather',
    street: 'Zwirnerstiege 77',
    phone: '+43 660 5551234',
    password: 'test-of-Erasure-1',
    ip: '203.0.113.77',
    browser: 'QuillfeatherBrowser/1.0',
} as const;

/** What must not be found once the customer is erased. */
export const PERSONAL = [
    ...Object.values(SOMEBODY),
    `${SOMEBODY.firstName} ${SOMEBODY.lastName}`,
    'Zwirnerstiege',
    '6605551234',
] as const;

/** What search indexes would make of it, in English and in German. */
export const LEXEMES = `SELECT DISTINCT lexeme AS text FROM (VALUES ('english'), ('german'), ('french'), ('simple')) c (name),
    unnest(to_tsvector(c.name::regconfig, $1)) WHERE length(lexeme) > 5 AND lexeme ~ '[a-z]'`;

const NAME = `${SOMEBODY.firstName} ${SOMEBODY.lastName}`;
const AS_JSON = JSON.stringify({ to: SOMEBODY.email, name: NAME, street: SOMEBODY.street });

type Sql = <Row>(text: string, parameters?: unknown[]) => Promise<Row[]>;

interface Column {
    readonly name: string;
    readonly type: string;
    readonly isNeeded: boolean;
    readonly longest: number | null;
}

/** By the parts of the registry: SQL values where any other is refused, or would say that it is about somebody else. */
const ACCEPTED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    efi_fraud_decision: {
        factors: `'[{}]'`,
        rules: `'[]'`,
        fired: `'[]'`,
        keys: `'{"email": "pseudonym"}'`,
        emailKey: `'pseudonym'`,
    },
    efi_fraud_velocity: { key: `'pseudonym'` },
    efi_gdpr_request: { kind: `'ACCESS'`, state: `'CANCELLED'` },
    efi_gdpr_held: { holdId: '(SELECT id FROM efi_gdpr_legal_hold LIMIT 1)' },
    efi_gdpr_export: { requestId: '(SELECT id FROM efi_gdpr_request LIMIT 1)', content: `'none'` },
    efi_gdpr_notice: { requestId: '(SELECT id FROM efi_gdpr_request LIMIT 1)', state: `'DONE'` },
    efi_payment_discrepancy: { intentId: '(SELECT id FROM efi_payment_intent LIMIT 1)' },
    'efi_audit.entry of others': {
        class: `'security'`,
        status: `'success'`,
        user_id: `'0'`,
        resource_id: `'0'`,
    },
};

/** What rows of a person hang on. */
const BEFORE = [
    `INSERT INTO customer_group (name) VALUES ('Friends')`,
    `INSERT INTO efi_payment_reconciliation (gateway, "periodFrom", "periodTo", state) VALUES ('stripe', now(), now(), 'done')`,
    `WITH parcel AS (INSERT INTO fulfillment (state, method, "handlerCode", "trackingCode")
                     VALUES ('Shipped', 'post', 'manual', 'Quillfeather-1') RETURNING id)
     INSERT INTO order_fulfillments_fulfillment ("orderId", "fulfillmentId")
     SELECT o.id, parcel.id FROM parcel, "order" o WHERE o."customerId" = $1 AND o."orderPlacedAt" IS NOT NULL`,
];

const DUMMIES: readonly (readonly [RegExp, string])[] = [
    [/json/, `'{}'`],
    [/^ARRAY/, `'{}'`],
    [/uuid/, 'gen_random_uuid()'],
    [/bool/, 'false'],
    [/time|date/, 'now()'],
    [/bytea/, `'\\x00'`],
    [/int|numeric|double|real/, '1'],
];

/**
 * Gives the customer a row in each table that the registry says may have one, with names, addresses and numbers where
 * an erasure is to find them.
 *
 * @param declarations - Of all plugins.
 * @returns the parts in which there still is no row, with the reason.
 */
export async function leaveEverywhere(
    sql: Sql,
    declarations: readonly PersonalDataDeclaration[],
    customerId: number,
): Promise<string[]> {
    const refs = await references(sql, customerId);
    const empty: string[] = [];
    for (const statement of BEFORE) {
        await sql(statement, statement.includes('$1') ? [customerId] : []);
    }
    const tables = declarations.flatMap(declaration => declaration.tables);
    // What others are found by comes first: the registry has it last, since it goes last.
    for (const table of [...tables].reverse()) {
        if (!table.rows || table.subjects === 'staff') {
            continue;
        }
        const count = () => countRows(sql, table, customerId, refs.userId ?? '');
        if ((await count()) > 0) {
            await fillRows(sql, table, customerId, refs.userId ?? '');
        } else {
            const problem = await leaveRow(sql, table, refs).catch((error: unknown) => String(error));
            if ((await count()) === 0) {
                empty.push(`${table.part ?? table.table}: ${problem ?? 'the row is not found'}`);
            }
        }
    }
    return empty;
}

async function references(sql: Sql, customerId: number): Promise<Record<string, string>> {
    const [row] = await sql<Record<string, string>>(
        `SELECT c.id AS "customerId", c."userId", s.id AS "sessionId", o.id AS "orderId", o.code AS "orderCode",
                p.id AS "paymentId", 1 AS "channelId", c."userId" AS user_id, c."userId" AS resource_id, 1 AS "productId"
           FROM customer c
           LEFT JOIN session s ON s."userId" = c."userId"
           LEFT JOIN "order" o ON o."customerId" = c.id AND o."orderPlacedAt" IS NOT NULL
           LEFT JOIN payment p ON p."orderId" = o.id
          WHERE c.id = $1 LIMIT 1`,
        [customerId],
    );
    return row ?? {};
}

async function countRows(
    sql: Sql,
    table: PersonalDataTable,
    customer: number,
    user: string,
): Promise<number> {
    const [row] = await sql<{ count: number }>(
        `SELECT count(*)::int AS count FROM ${quoted(table.table)} WHERE ${rowsOf(table, customer, user)}`,
    );
    return row?.count ?? 0;
}

function rowsOf({ rows }: PersonalDataTable, customer: number, user: string): string {
    return (rows ?? 'false')
        .replaceAll(/(?<!:):customers\b/g, `'{${customer}}'`)
        .replaceAll(/(?<!:):users\b/g, `'{${user}}'`)
        .replaceAll(/(?<!:):strings\b/g, `ARRAY['${NAME}', '${SOMEBODY.email}', '${SOMEBODY.street}']`);
}

/** Of rows that are there, the columns that nothing was written into: custom fields, say. */
async function fillRows(sql: Sql, table: PersonalDataTable, customer: number, user: string): Promise<void> {
    if (table.erasure.by !== 'overwriting') {
        return;
    }
    const columns = await columnsOf(sql, table);
    for (const column of columns.filter(one => isErased(table, one))) {
        await sql(
            `UPDATE ${quoted(table.table)} SET "${column.name}" = ${personal(column)}
              WHERE "${column.name}" IS NULL AND ${rowsOf(table, customer, user)}`,
        );
    }
}

async function leaveRow(
    sql: Sql,
    table: PersonalDataTable,
    refs: Record<string, string>,
): Promise<undefined> {
    const foreign = await sql<{ column: string; to: string }>(
        `SELECT a.attname AS column, c.confrelid::regclass AS to FROM pg_constraint c
           JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
          WHERE c.contype = 'f' AND c.conrelid = $1::regclass`,
        [quoted(table.table)],
    );
    const first = new Map(
        foreign.map(({ column, to }) => [column, `(SELECT id FROM ${to} ORDER BY id DESC LIMIT 1)`]),
    );
    const columns = await columnsOf(sql, table);
    const values = columns.flatMap(column => {
        const value =
            ACCEPTED[table.part ?? table.table]?.[column.name] ??
            (refs[column.name] ? `'${refs[column.name]}'` : undefined) ??
            (isErased(table, column) ? personal(column) : undefined) ??
            (column.isNeeded ? (first.get(column.name) ?? dummy(column)) : undefined);
        return value === undefined ? [] : [[`"${column.name}"`, value] as const];
    });
    await sql(
        `INSERT INTO ${quoted(table.table)} (${values.map(([column]) => column).join(', ')})
         VALUES (${values.map(([, value]) => value).join(', ')})`,
    );
}

function columnsOf(sql: Sql, { table }: PersonalDataTable): Promise<Column[]> {
    const [schema, name] = table.includes('.') ? table.split('.') : ['public', table];
    return sql<Column>(
        `SELECT column_name AS name, data_type AS type, character_maximum_length AS longest,
                is_nullable = 'NO' AND column_default IS NULL AND is_identity = 'NO' AS "isNeeded"
           FROM information_schema.columns WHERE table_schema = $1 AND table_name = $2 AND is_generated = 'NEVER'`,
        [schema, name],
    );
}

/** Whether an erasure takes what stands in the column, and something that names the person has room there. */
function isErased({ erasure, columns }: PersonalDataTable, { name, type, longest }: Column): boolean {
    const isText = /char|text|json/.test(type) && (longest === null || longest >= SOMEBODY.lastName.length);
    const goes =
        erasure.by === 'deletion'
            ? name in columns
            : erasure.by === 'overwriting'
              ? name in erasure.with
              : erasure.by === 'function' && erasure.columns.includes(name);
    return isText && goes;
}

/** As much as has room: a column may be too short for more than a name. */
function personal({ name, type, longest }: Column): string {
    const wanted = /json/.test(type) || /data|address|change/i.test(name) ? AS_JSON : NAME;
    const room = longest ?? Infinity;
    return `'${wanted.length <= room ? wanted : NAME.length <= room ? NAME : SOMEBODY.lastName}'`;
}

function dummy({ type, longest }: Column): string {
    const [, value] = DUMMIES.find(([pattern]) => pattern.test(type)) ?? [];
    return value ?? (longest === null ? `'none'` : `'${'n'.repeat(Math.min(longest, 4))}'`);
}

function quoted(table: string): string {
    return table
        .split('.')
        .map(name => `"${name}"`)
        .join('.');
}
