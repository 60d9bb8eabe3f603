import { parse } from 'csv-parse';
import { Readable } from 'node:stream';
import type { Cells } from '../domain/cells';
import { unguardFormula } from '../domain/formulas';

/** A file that can't be read further, with the reason. What was read before counts. */
export class FileError extends Error {}

/** A row of CSV. */
export interface CsvRow {
    readonly line: number;
    /** Or why they could not be read. */
    readonly cells: Cells | { readonly unreadable: string };
}

/** A longer row is taken for a file of another kind. */
const LONGEST_ROW = 1_000_000;

async function* decode(content: AsyncIterable<Buffer>): AsyncGenerator<string> {
    const decoder = new TextDecoder('utf-8', { fatal: true });
    const read = (chunk?: Buffer): string => {
        try {
            return decoder.decode(chunk, { stream: chunk !== undefined });
        } catch {
            throw new FileError('The file is not UTF-8: save it as "CSV UTF-8".');
        }
    };
    for await (const chunk of content) {
        yield read(chunk);
    }
    yield read();
}

interface CsvRecord {
    readonly record: readonly string[];
    readonly info: { readonly lines: number };
}

/**
 * The rows of CSV, one after the other.
 *
 * @param checkColumns - Is given the names of the columns before the first row, and throws when they won't do.
 * @throws {FileError} when the file can't be read further.
 */
export async function* readCsv(
    content: AsyncIterable<Buffer>,
    checkColumns: (names: readonly string[]) => void,
): AsyncGenerator<CsvRow> {
    const parser = parse({
        info: true,
        relax_column_count: true,
        skip_empty_lines: true,
        trim: true,
        max_record_size: LONGEST_ROW,
    });
    const source = Readable.from(decode(content));
    source.on('error', error => parser.destroy(error));
    let columns: readonly string[] | undefined;
    let line = 1;
    try {
        for await (const { record, info } of source.pipe(parser) as AsyncIterable<CsvRecord>) {
            if (columns) {
                yield { line, cells: cellsOf(columns, record) };
            } else {
                columns = record.map(name => name.trim());
                checkColumns(columns);
            }
            line = info.lines + 1;
        }
    } catch (error) {
        throw isCsvError(error) ? new FileError(`${error.message}.`) : error;
    } finally {
        source.destroy();
    }
}

function cellsOf(columns: readonly string[], record: readonly string[]): CsvRow['cells'] {
    if (record.length !== columns.length) {
        return { unreadable: `The row has ${record.length} cells for ${columns.length} columns.` };
    }
    return Object.fromEntries(columns.map((name, index) => [name, unguardFormula(record[index] ?? '')]));
}

/** A line of JSON Lines: a product with its variants. */
export interface JsonLine {
    readonly line: number;
    /** One for each variant, the product's own among those of the first; or why they could not be read. */
    readonly rows: readonly [Cells, ...Cells[]] | { readonly unreadable: string };
}

/**
 * The lines of JSON Lines, one after the other.
 *
 * @throws {FileError} when the file can't be read further.
 */
export async function* readJsonLines(content: AsyncIterable<Buffer>): AsyncGenerator<JsonLine> {
    let line = 0;
    for await (const json of linesOf(decode(content))) {
        line++;
        if (json.trim() !== '') {
            yield { line, rows: rowsOfJson(json) };
        }
    }
}

function rowsOfJson(json: string): JsonLine['rows'] {
    let parsed: unknown;
    try {
        parsed = JSON.parse(json);
    } catch {
        return { unreadable: 'The line is not JSON.' };
    }
    if (!isObject(parsed)) {
        return { unreadable: 'The line is no JSON object.' };
    }
    const { variants, ...product } = parsed;
    const [first, ...others] = Array.isArray(variants) ? (variants as unknown[]) : [];
    if (!isObject(first) || !others.every(isObject)) {
        return { unreadable: 'variants is no list of at least one object.' };
    }
    return [{ ...product, ...first }, ...others];
}

async function* linesOf(text: AsyncIterable<string>): AsyncGenerator<string> {
    let rest = '';
    for await (const piece of text) {
        const lines = (rest + piece).split('\n');
        rest = lines.pop() ?? '';
        yield* lines;
        if (rest.length > LONGEST_ROW) {
            throw new FileError(`A line is longer than ${LONGEST_ROW} characters.`);
        }
    }
    yield rest;
}

function isObject(value: unknown): value is Record<string, unknown> {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isCsvError(error: unknown): error is Error {
    return error instanceof Error && 'code' in error && String(error.code).startsWith('CSV_');
}
