import { productTables, reservationTable, SLUGS } from './watched-tables';

/** What went into an answer, and how much of it the answer can show. */
export interface AnswerSources {
    readonly tables: ReadonlySet<string>;
    /** Of some tables, the only parts that were read. */
    readonly parts?: ReadonlyMap<string, ReadonlySet<string>>;
    /** The products that the answer can show; `all` when it is a list, or shows what is not there. */
    readonly products: ReadonlySet<string> | 'all';
    /** Whether a product was asked for by its slug. */
    readonly bySlug: boolean;
}

const ownedByProduct = new Set([...productTables, reservationTable].map(({ table }) => table));

/**
 * The tags on which an answer depends: `table` for a change of the whole table, `table@product` for one of a
 * product's rows in it, `table@` for one of any product's. Other tables' changes may be told in parts likewise.
 */
export function tagsOfAnswer({ tables, parts, products, bySlug }: AnswerSources): string[] {
    const ofTable = (table: string): string[] => {
        const read = parts?.get(table);
        if (read) {
            return [table, ...[...read].map(part => `${table}@${part}`)];
        }
        if (!ownedByProduct.has(table)) {
            return [table, `${table}@`];
        }
        return products === 'all'
            ? [table, `${table}@`]
            : [table, ...[...products].map(product => `${table}@${product}`)];
    };
    return [...[...tables].flatMap(ofTable), ...(bySlug ? [SLUGS] : [])];
}

/** The tags that a message of the database makes invalid. */
export function tagsOfChange(message: string): string[] {
    const at = message.indexOf('@');
    return at < 0 ? [message] : [message, message.slice(0, at + 1)];
}

/** The table that a message is about. */
export function tableOfChange(message: string): string {
    const at = message.indexOf('@');
    return at < 0 ? message : message.slice(0, at);
}
