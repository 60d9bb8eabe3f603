import { splitUnescaped } from './escapes';

/** A row of CSV, or an object of JSON Lines, by the names of its columns. */
export type Cells = Readonly<Record<string, unknown>>;

/** What is wrong with a cell. */
export class CellError extends Error {}

const MOST_TEXT = 100_000;
const MOST_ITEMS = 200;
/** What a column of type `integer` holds. */
const MOST_INTEGER = 2_147_483_647;

/** The text of a cell; `undefined` where the file has no such column. */
export function textOf(cells: Cells, name: string): string | undefined {
    const value = cells[name];
    if (value === undefined) {
        return undefined;
    }
    if (value === null) {
        return '';
    }
    if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') {
        throw new CellError(`${name} is no text.`);
    }
    return checked(String(value), name);
}

/** What stands between `|` in CSV, or the items of an array; escapes are still in it. */
export function listOf(cells: Cells, name: string): string[] | undefined {
    const value = cells[name];
    const items = Array.isArray(value)
        ? value.map((item: unknown) => textOf({ [name]: item ?? '' }, name) ?? '')
        : splitList(textOf(cells, name));
    if (items && items.length > MOST_ITEMS) {
        throw new CellError(`${name} has more than ${MOST_ITEMS} items.`);
    }
    return items?.map(item => item.trim()).filter(item => item !== '');
}

function splitList(text: string | undefined): string[] | undefined {
    return text === undefined ? undefined : splitUnescaped(text, '|');
}

/** `undefined` also where the cell is empty. */
export function booleanOf(cells: Cells, name: string): boolean | undefined {
    const text = textOf(cells, name)?.trim().toLowerCase() ?? '';
    if (text === '') {
        return undefined;
    }
    if (['true', '1', 'yes'].includes(text)) {
        return true;
    }
    if (['false', '0', 'no'].includes(text)) {
        return false;
    }
    throw new CellError(`${name} is "${text}", which is neither true nor false.`);
}

/** A whole number; `undefined` also where the cell is empty. */
export function integerOf(cells: Cells, name: string): number | undefined {
    const number = numberOf(cells, name);
    if (number !== undefined && (!Number.isInteger(number) || Math.abs(number) > MOST_INTEGER)) {
        throw new CellError(`${name} is ${number}, which is no whole number that can be kept.`);
    }
    return number;
}

/**
 * An amount of money in minor units; `undefined` also where the cell is empty.
 *
 * @param precision - How many decimal places the currency has.
 */
export function moneyOf(cells: Cells, name: string, precision: number): number | undefined {
    const major = numberOf(cells, name);
    if (major === undefined) {
        return undefined;
    }
    const minor = Math.round(major * 10 ** precision);
    if (minor < 0 || minor > MOST_INTEGER) {
        throw new CellError(`${name} is ${major}, which is no price that can be kept.`);
    }
    return minor;
}

function numberOf(cells: Cells, name: string): number | undefined {
    const text = textOf(cells, name)?.trim() ?? '';
    if (text === '') {
        return undefined;
    }
    if (!/^[+-]?\d+(\.\d+)?$/.test(text)) {
        throw new CellError(`${name} is "${text.slice(0, 40)}", which is no number.`);
    }
    return Number(text);
}

function checked(text: string, name: string): string {
    if (text.length > MOST_TEXT) {
        throw new CellError(`${name} is longer than ${MOST_TEXT} characters.`);
    }
    if (text.includes('\0')) {
        throw new CellError(`${name} has a character that can't be kept: U+0000.`);
    }
    return text;
}
