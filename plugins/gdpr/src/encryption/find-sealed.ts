import { SEAL_PREFIX } from './sealer';

/** Columns by which rows are found, whatever table they are in. */
const COLUMNS = ['emailAddress', 'identifier', 'lastName', 'phoneNumber', 'postalCode'];

/** `"customer"."emailAddress" ILIKE $1`, `LOWER("user"."identifier") = $1`, `"lastName" IN ($1, $2)` and the like. */
const CONDITION = new RegExp(
    String.raw`(lower\()?((?:"?\w+"?\.)?"?(?:${COLUMNS.join('|')})"?)(\))?\s+` +
        String.raw`(=|!=|<>|NOT ILIKE|ILIKE|NOT LIKE|LIKE|NOT IN|IN)\s+(\$\d+|\(\$\d+(?:, ?\$\d+)*\))`,
    'gi',
);

/** A `SET` looks like a condition. */
const CHANGED = /^\s*UPDATE\s[\s\S]*?\sWHERE\s/i;

/** Tables whose sealed columns have nothing but what is sealed, once all is. */
const OF_CUSTOMERS = /^"?\w*(customer|addresses)"?\./i;

const KEPT_STATEMENTS = 1000;

interface Statement {
    readonly text: string;
    /**
     * Numbers of the parameters for which indexes are added, by each key that rows may have them by: two more
     * parameters for each, where its texts begin and where they end.
     */
    readonly sought: readonly number[];
}

/**
 * Has conditions on sealed columns find what is sealed as well: a sealed text begins with the index of what is in it, so
 * equal texts are a range. Parts of texts are not found.
 *
 * @param blindIndexes - As of `Sealer`.
 * @param isWhole - Whether all is sealed: then no part of a text is looked for where none can be, which spares reading
 *   the whole table.
 * @param indexKeys - How many indexes there are of each text.
 */
export function findSealed(
    blindIndexes: (text: string) => readonly string[],
    isWhole: () => boolean = () => false,
    indexKeys: () => number = () => 1,
) {
    const [some, whole] = [new Map<string, Statement>(), new Map<string, Statement>()];
    let keys = 1;
    const read = (text: string, length: number): Statement => {
        const count = indexKeys();
        if (count !== keys) {
            keys = count;
            some.clear();
            whole.clear();
        }
        const kept = isWhole() ? whole : some;
        const known = kept.get(text);
        if (known) {
            return known;
        }
        const statement = rewrite(text, { length, keys, isWhole: kept === whole });
        if (kept.size >= KEPT_STATEMENTS) {
            kept.clear();
        }
        kept.set(text, statement);
        return statement;
    };
    return (text: string, parameters: readonly unknown[] = []): [string, unknown[]] => {
        if (!parameters.length || !COLUMNS.some(name => text.includes(name))) {
            return [text, [...parameters]];
        }
        const statement = read(text, parameters.length);
        const ends = statement.sought.flatMap(number =>
            blindIndexes(plainText(parameters[number - 1])).flatMap(index => [
                `${SEAL_PREFIX}${index}:`,
                `${SEAL_PREFIX}${index};`,
            ]),
        );
        return [statement.text, [...parameters, ...ends]];
    };
}

interface Rewriting {
    /** How many parameters there are. */
    readonly length: number;
    /** By how many index keys rows are found. */
    readonly keys: number;
    readonly isWhole: boolean;
}

function rewrite(text: string, { length, keys, isWhole }: Rewriting): Statement {
    const head = CHANGED.exec(text)?.[0] ?? (/^\s*UPDATE\s/i.test(text) ? text : '');
    const sought: number[] = [];
    const rest = text
        .slice(head.length)
        .replace(
            CONDITION,
            (
                condition,
                lower: string | undefined,
                column: string,
                close: string | undefined,
                operator: string,
                values: string,
            ) => {
                if (Boolean(lower) !== Boolean(close)) {
                    return condition;
                }
                const exactly = `${column} COLLATE "C"`;
                const ranges = [...values.matchAll(/\$(\d+)/g)].flatMap(([, number]) => {
                    const before = length + (sought.push(Number(number)) - 1) * 2 * keys;
                    return Array.from({ length: keys }, (_, key) => {
                        const first = before + key * 2 + 1;
                        return `(${exactly} >= $${first}::text AND ${exactly} < $${first + 1}::text)`;
                    });
                });
                const found = ranges.join(' OR ');
                if (/^(NOT|!=|<>)/i.test(operator)) {
                    return `(${condition} AND NOT (${found}))`;
                }
                if (isWhole && /LIKE/i.test(operator) && OF_CUSTOMERS.test(column)) {
                    // PostgreSQL refuses a parameter that is nowhere.
                    return `(${values}::text IS NOT NULL AND (${found}))`;
                }
                // The same index has what is equal as it is.
                const asItIs = operator === '=' && !lower ? `${column} COLLATE "C" = ${values}` : condition;
                return `(${asItIs} OR ${found})`;
            },
        );
    return { text: head + rest, sought };
}

/** What is looked for, without what `LIKE` reads: an index knows whole texts only. */
function plainText(value: unknown): string {
    return typeof value === 'string' ? value.replace(/^%|%$/g, '').replace(/\\(.)/g, '$1') : '';
}
