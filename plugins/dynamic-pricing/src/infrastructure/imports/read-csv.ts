import { parse } from 'csv-parse/sync';
import type { RawRow } from '../../domain/imports/price-rows';

/** Rows of one delivery at most. */
const MOST_ROWS = 200_000;

export type ReadCsv =
    | { readonly ok: true; readonly rows: readonly RawRow[] }
    | {
          readonly ok: false;
          readonly problem: 'not-readable' | 'columns-missing' | 'too-many-rows';
          readonly detail: string;
      };

/** Columns by the names that they are known by here, whatever their case and order. */
const names: Readonly<Record<string, string>> = {
    sku: 'sku',
    price: 'price',
    cost: 'cost',
    currency: 'currency',
    currencycode: 'currency',
    competitor: 'competitor',
    observedat: 'observedAt',
};

/**
 * Reads a CSV file with a line of column names; with commas or semicolons, as that line has them.
 *
 * @param needed - Columns that have to be there.
 */
export function readCsv(text: string, needed: readonly string[]): ReadCsv {
    try {
        const records = parse(text, {
            bom: true,
            delimiter: delimiterOf(text),
            columns: (header: string[]) =>
                header.map(name => names[name.toLowerCase().replace(/[\s_]/g, '')] ?? false),
            skip_empty_lines: true,
            trim: true,
            relax_column_count: true,
            max_record_size: 10_000,
            to: MOST_ROWS + 1,
            info: true,
        }) as unknown as { record: Record<string, string>; info: { lines: number } }[];
        if (records.length > MOST_ROWS) {
            return { ok: false, problem: 'too-many-rows', detail: `at most ${MOST_ROWS}` };
        }
        const missing = needed.filter(name => records.some(({ record }) => !(name in record)));
        return missing.length > 0
            ? { ok: false, problem: 'columns-missing', detail: missing.join(', ') }
            : { ok: true, rows: records.map(({ record, info }) => ({ line: info.lines, columns: record })) };
    } catch (error) {
        return { ok: false, problem: 'not-readable', detail: error instanceof Error ? error.message : '' };
    }
}

/** Where semicolons part columns, a comma may be the decimal sign. */
function delimiterOf(text: string): ',' | ';' {
    return (text.split('\n', 1)[0] ?? '').includes(';') ? ';' : ',';
}
