const WORDS = /"?[A-Za-z_][A-Za-z0-9_$]*"?/g;

/** Words of SQL that are a table's name only in quotes. */
const RESERVED = new Set(['order', 'user']);

/**
 * The tables that a statement may read: each of `known` whose name stands in it, wherever. An alias, a column or a
 * text with a table's name counts too: a table that is missed would be an answer that is never renewed, and one too
 * many is harmless.
 *
 * @param known - Names in lower case.
 */
export function tablesInStatement(statement: string, known: ReadonlySet<string>): string[] {
    const found = new Set<string>();
    for (const [word] of statement.matchAll(WORDS)) {
        const name = word.replaceAll('"', '').toLowerCase();
        if (known.has(name) && (word === `"${name}"` || !RESERVED.has(name))) {
            found.add(name);
        }
    }
    return [...found];
}
