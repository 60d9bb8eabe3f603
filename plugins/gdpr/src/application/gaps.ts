import type { PersonalDataDeclaration } from '@efi/plugin-kit';

/** A column as the database's catalogue has it. */
export interface CatalogueColumn {
    readonly table: string;
    readonly column: string;
    /** As `information_schema.columns` names it. */
    readonly type: string;
    /** The table that its foreign key leads to. */
    readonly references?: string | null;
}

/** Of a name, the words that make it look personal. */
const PERSONAL_WORDS = new Set(
    (
        'mail email phone telephone mobile address street city postal postcode birth birthday gender ip device ' +
        'user customer administrator order session visitor identifier login author actor owner creator recipient by'
    ).split(' '),
);

const PERSONAL_NAMES = new Set(['firstname', 'lastname', 'fullname', 'surname', 'username', 'nickname']);

/** What a foreign key to one of these leads to is a person, or something of one. */
const PERSONAL_TABLES = new Set([
    'address',
    'administrator',
    'customer',
    'history_entry',
    'order',
    'order_line',
    'payment',
    'session',
    'user',
]);

/** Types whose values can say something of a person, whatever the column is called. */
const TEXTUAL = /char|text|json|array|bytea|tsvector|user-defined|xml|inet/i;

/**
 * What the declarations do not cover: each table must be declared as personal or as impersonal. Of a personal one each
 * column with text, and each whose name looks personal, must be named; of an impersonal one, each that looks personal
 * or leads to a person must have a reason. What is declared and does not exist is told too.
 *
 * @returns one sentence for each gap, sorted; nothing when there is none.
 */
export function personalDataGaps(
    catalogue: readonly CatalogueColumn[],
    declarations: readonly PersonalDataDeclaration[],
): string[] {
    const cover = coverOf(declarations);
    const gaps = new Set<string>();
    const existing = new Set(catalogue.flatMap(({ table, column }) => [table, `${table}.${column}`]));
    for (const { table, column, type, references } of catalogue) {
        const name = `${table}.${column}`;
        const looksPersonal = isPersonalName(column) || PERSONAL_TABLES.has(references ?? '');
        if (cover.personal.has(table)) {
            if ((TEXTUAL.test(type) || looksPersonal) && !cover.named.has(name)) {
                gaps.add(`${name} is in a table with personal data: declare it as personal or impersonal.`);
            }
        } else if (!cover.impersonal.has(table)) {
            gaps.add(`The table ${table} is not declared: with personal data, or as impersonal.`);
        } else if (looksPersonal && !cover.named.has(name)) {
            gaps.add(`${name} looks personal: declare its table, or say why it is not.`);
        }
    }
    for (const name of [...cover.personal, ...cover.impersonal, ...cover.named]) {
        if (!existing.has(name)) {
            gaps.add(`${name} is declared and does not exist.`);
        }
        if (cover.personal.has(name) && cover.impersonal.has(name)) {
            gaps.add(`The table ${name} is declared as personal and as impersonal.`);
        }
    }
    return [...gaps].sort();
}

function coverOf(declarations: readonly PersonalDataDeclaration[]) {
    const personal = new Set<string>();
    const impersonal = new Set<string>();
    const named = new Set<string>();
    for (const { tables, impersonal: others } of declarations) {
        for (const { table, columns, impersonal: plain = [], withheld = [], erasure } of tables) {
            personal.add(table);
            const overwritten = erasure.by === 'overwriting' ? Object.keys(erasure.with) : [];
            [...Object.keys(columns), ...plain, ...withheld, ...overwritten].forEach(column =>
                named.add(`${table}.${column}`),
            );
        }
        for (const { tables: names, columns = {} } of others) {
            names.forEach(name => impersonal.add(name));
            Object.keys(columns).forEach(name => named.add(name));
        }
    }
    return { personal, impersonal, named };
}

function isPersonalName(column: string): boolean {
    const words = column
        .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
        .toLowerCase()
        .split(/[\s_]+/);
    return words.some(word => PERSONAL_WORDS.has(word)) || PERSONAL_NAMES.has(words.join(''));
}
