import { stringify } from 'csv-stringify/sync';
import { type ExportCells, exportColumns, type ExportRows, type Writing } from './export-rows';
import { guardFormula } from './formulas';

/** How products are written: a table for a spreadsheet, or a JSON object a line. */
export const exportFormats = ['csv', 'jsonl'] as const;

export type ExportFormat = (typeof exportFormats)[number];

/** A file's beginning, and what it says of each product. */
export interface FileWriter {
    readonly head: string;
    readonly write: (rows: ExportRows) => string;
}

export function fileWriter(format: ExportFormat, writing: Writing): FileWriter {
    return format === 'csv' ? csvWriter(writing) : { head: '', write: jsonLine };
}

/** RFC 4180. The first row of a product has what is said of the product. */
function csvWriter(writing: Writing): FileWriter {
    const columns = exportColumns(writing);
    const all = [...columns.product, ...columns.variant];
    const lines = (rows: string[][]): string => stringify(rows, { record_delimiter: 'windows' });
    return {
        head: lines([all]),
        write: ({ product, variants }) =>
            lines(
                variants.map((variant, index) => [
                    ...columns.product.map(column => (index === 0 ? cell(product, column) : '')),
                    ...columns.variant.map(column => cell(variant, column)),
                ]),
            ),
    };
}

function cell(cells: ExportCells, column: string): string {
    const value = cells[column];
    return guardFormula(typeof value === 'string' ? value : (value ?? []).join('|'));
}

function jsonLine({ product, variants }: ExportRows): string {
    return `${JSON.stringify({ ...product, variants })}\n`;
}
