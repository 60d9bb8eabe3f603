import type { Type, VendureConfig } from '@vendure/core';

/** Article 6 (1) GDPR: what allows the shop to keep it. */
export type LegalBasis = 'contract' | 'legal obligation' | 'consent' | 'legitimate interests';

/** What an erasure does with the rows of a person. Each must be safe to do again. */
export type PersonalDataErasure =
    | { readonly by: 'deletion' }
    | {
          /** The rows stay, and what is personal in them goes. */
          readonly by: 'overwriting';
          /** The SQL expression that each of these columns gets; it may read the row. */
          readonly with: Readonly<Record<string, string>>;
          /** Why the rows stay. */
          readonly because: string;
      }
    | {
          /** A function of the database does it, since the application may not change the rows. */
          readonly by: 'function';
          /**
           * An SQL expression over the rows that says how many it erased of, such as `forget(array_agg(id))`. It may name
           * the person as `rows` does.
           */
          readonly call: string;
          /** What goes. */
          readonly columns: readonly string[];
          readonly because: string;
      }
    | { readonly by: 'nothing'; readonly because: string };

/**
 * Rows with data of people: what they are, why and how long they are kept, and how they are given out and erased.
 * A table is declared once for each way in which its rows are found.
 */
export interface PersonalDataTable {
    /** With its schema before a dot, unless that is `public`. */
    readonly table: string;
    /** Tells apart what is declared of one table. @default the table's name */
    readonly part?: string;
    /** In a few words: what the rows say of a person. */
    readonly holds: string;
    readonly purpose: string;
    readonly basis: LegalBasis;
    /** How long it is kept, in words. */
    readonly retention: string;
    /** Whose data it is. Requests are for shoppers; what is kept of staff is recorded and no more. @default 'shoppers' */
    readonly subjects?: 'shoppers' | 'staff';
    /**
     * An SQL condition that holds for the rows of a person, with the person as {@link personalRows} names it. It must
     * still find them when other parts were erased before. Left out where nobody can find them.
     */
    readonly rows?: string;
    /** The personal columns, each with what it says. */
    readonly columns: Readonly<Record<string, string>>;
    /** Columns of text or JSON that say nothing of a person. */
    readonly impersonal?: readonly string[];
    /** What an export leaves out, such as hashes of passwords. @default nothing */
    readonly withheld?: readonly string[];
    /**
     * Columns that a person may have put right: processors that are told of a rectification get the new values of those
     * that changed. Needs `rows` and a key `id`. @default none
     */
    readonly rectifiable?: readonly string[];
    readonly erasure: PersonalDataErasure;
}

/** Tables about something else than people. */
export interface ImpersonalTables {
    readonly because: string;
    readonly tables: readonly string[];
    /** `table.column` of those that look personal, each with why it is not. */
    readonly columns?: Readonly<Record<string, string>>;
}

/** What one plugin keeps in its tables. */
export interface PersonalDataDeclaration {
    /** In the order in which they are erased. */
    readonly tables: readonly PersonalDataTable[];
    readonly impersonal: readonly ImpersonalTables[];
}

/**
 * What stands around an address of mail in a text, for letters and digits as a language of regular expressions has them:
 * a@b.co is not in ana@b.co or in a@b.co.uk. In JSON a new line is a backslash and a letter, in an address of the web a
 * sign may be a per cent sign and two digits; neither belongs to what follows.
 */
const around = (alnum: string) => ({
    before: `((?<![${alnum}._%+@-])|(?<=\\\\[nrtbf]|%[0-9a-f]{2}))`,
    behind: `(?![${alnum}_@]|[.-][${alnum}])`,
});

const inSql = around('[:alnum:]');
const inScript = around('\\p{L}\\p{N}');

/** `mentioned` as a regular expression that means just that. */
const ESCAPED = `regexp_replace(lower(mentioned), '([^[:alnum:]])', '\\\\\\1', 'g')`;

/**
 * The same as `mentioning` of {@link personalRows}, for texts outside of the database.
 *
 * @returns whether a text mentions one of the addresses.
 */
export function mentionsAny(addresses: readonly string[]): (text: string) => boolean {
    const patterns = addresses.map(address => {
        const escaped = address.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
        return new RegExp(`${inScript.before}${escaped}${inScript.behind}`, 'iu');
    });
    return text => patterns.some(pattern => pattern.test(text));
}

/**
 * Conditions for `rows`. The person stands in them as `:customers` and `:users`, arrays of the ids of Vendure, and
 * `:strings`, an array of what names the person in a text and nobody else: the addresses of mail that are the person's.
 * Names, streets and telephone numbers are not among them. Whoever has an account may write any text there, and others
 * have the same.
 */
export const personalRows = {
    ofCustomer: (column = 'customerId') => `"${column}" = ANY(:customers)`,
    ofUser: (column = 'userId') => `"${column}" = ANY(:users)`,
    ofOrder: (column = 'orderId') =>
        `"${column}" IN (SELECT id FROM "order" WHERE "customerId" = ANY(:customers))`,
    ofSession: (column = 'sessionId') =>
        `"${column}" IN (SELECT id FROM session WHERE "userId" = ANY(:users))`,
    /**
     * For columns of text or JSON that may speak of anybody, such as the data of a job. Such a row may speak of others
     * too, or hold what only its receiver may see: see `withheld`.
     */
    mentioning: (...columns: readonly string[]) => {
        const text = columns.map(column => `lower(coalesce("${column}"::text, ''))`).join(` || ' ' || `);
        return `EXISTS (SELECT FROM unnest(:strings) AS mentioned, LATERAL (SELECT ${text}) AS whole (text)
            WHERE strpos(whole.text, lower(mentioned)) > 0
              AND whole.text ~ ('${inSql.before}' || ${ESCAPED} || '${inSql.behind}'))`;
    },
} as const;

/** Of a JSON column, the named properties alone. For `erasure.with`; `null` stays. */
export function onlyProperties(column: string, type: 'text' | 'jsonb', names: readonly string[]): string {
    const pairs = names.map(name => `'${name}', "${column}"::jsonb->'${name}'`).join(', ');
    const kept = `jsonb_strip_nulls(jsonb_build_object(${pairs}))`;
    return `CASE WHEN "${column}" IS NOT NULL THEN ${type === 'text' ? `${kept}::text` : kept} END`;
}

const declared = new WeakMap<object, PersonalDataDeclaration>();

/**
 * Declares what a plugin keeps of people, and which of its tables have nothing of the kind. `@efi/gdpr-plugin` exports
 * and erases by it; where that is not installed, the decorator does nothing.
 *
 * @example
 * ```ts
 * @PersonalData(personalData)
 * @VendurePlugin({ ... })
 * export class WishlistPlugin {}
 * ```
 */
export function PersonalData(declaration: PersonalDataDeclaration): ClassDecorator {
    return plugin => {
        declared.set(plugin, declaration);
    };
}

/** What the plugins of a configuration declare, in its order. Needs neither a running server nor a database. */
export function personalDataOf(plugins: VendureConfig['plugins']): PersonalDataDeclaration[] {
    return (plugins ?? []).flatMap(plugin => {
        const type: Type<unknown> = 'module' in plugin ? plugin.module : plugin;
        const declaration = declared.get(type);
        return declaration ? [declaration] : [];
    });
}
