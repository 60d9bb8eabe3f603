import type { CatalogueProduct, Problem } from '../domain/catalogue-product';
import { type Columns, type Market, missingColumn, readColumns } from '../domain/columns';
import { beginsProduct, type Reading, readProduct, type Row } from '../domain/read-product';
import type { FileFormat } from './catalogue-run.entity';
import { FileError, readCsv, readJsonLines } from './read-rows';

/** What a file says of one product. */
export interface ReadProduct {
    /** None when it can't be taken. */
    readonly product?: CatalogueProduct;
    readonly problems: readonly Problem[];
}

/** How a file is to be understood. */
export interface FileReading {
    readonly format: FileFormat;
    readonly market: Market;
    /** How many decimal places money has. */
    readonly precision: number;
    readonly slugOf: (name: string) => string;
}

/** A product of more rows is taken for a file whose names are missing. */
const MOST_ROWS = 5_000;

/**
 * The products of a file, one after the other. Never more of the file is in memory than one product.
 *
 * @throws {FileError} when the file can't be read further.
 */
export function readProducts(
    content: AsyncIterable<Buffer>,
    reading: FileReading,
): AsyncGenerator<ReadProduct> {
    return reading.format === 'CSV' ? productsOfCsv(content, reading) : productsOfJson(content, reading);
}

async function* productsOfCsv(
    content: AsyncIterable<Buffer>,
    reading: FileReading,
): AsyncGenerator<ReadProduct> {
    let columns: Columns | undefined;
    const rows = readCsv(content, names => {
        const understood = readColumns(names, reading.market);
        const wrong = 'wrong' in understood ? understood.wrong : missingColumn(understood);
        if ('wrong' in understood || wrong) {
            throw new FileError(wrong ?? '');
        }
        columns = understood;
    });
    let group: Row[] = [];
    const take = (): Row[] => {
        const taken = group;
        group = [];
        return taken;
    };
    for await (const { line, cells } of rows) {
        if (!columns) {
            return;
        }
        const begins = !isUnreadable(cells) && beginsProduct(cells, columns);
        // What follows a row that can't be read may belong to a product that began there.
        if ((begins || isUnreadable(cells)) && group.length > 0) {
            yield productOf(take(), { ...reading, columns });
        }
        if (isUnreadable(cells)) {
            yield refuse(line, cells.unreadable);
        } else if (!begins && group.length === 0) {
            yield refuse(line, 'name is empty, and there is no product before this row that it belongs to.');
        } else if (group.push({ line, cells }) > MOST_ROWS) {
            throw new FileError(
                `The product on line ${group[0]?.line ?? 0} has more than ${MOST_ROWS} rows.`,
            );
        }
    }
    if (group.length > 0 && columns) {
        yield productOf(group, { ...reading, columns });
    }
}

/** Each line has columns of its own. */
async function* productsOfJson(
    content: AsyncIterable<Buffer>,
    reading: FileReading,
): AsyncGenerator<ReadProduct> {
    for await (const { line, rows } of readJsonLines(content)) {
        if (isUnreadable(rows)) {
            yield refuse(line, rows.unreadable);
            continue;
        }
        const names = [...new Set(rows.flatMap(cells => Object.keys(cells)))];
        const columns = readColumns(names, reading.market);
        yield 'wrong' in columns
            ? refuse(line, columns.wrong)
            : productOf(
                  rows.map(cells => ({ line, cells })),
                  { ...reading, columns },
              );
    }
}

function productOf(rows: readonly Row[], reading: Reading): ReadProduct {
    const [first, ...others] = rows;
    return first ? readProduct([first, ...others], reading) : { problems: [] };
}

function refuse(line: number, reason: string): ReadProduct {
    return { problems: [{ line, reason }] };
}

function isUnreadable(value: object): value is { readonly unreadable: string } {
    return 'unreadable' in value;
}
