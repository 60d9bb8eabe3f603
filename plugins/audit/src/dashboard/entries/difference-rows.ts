/** One value that an act changed, by the path to it. */
export interface DifferenceRow {
    readonly id: string;
    /** Of names, such as `productVariantPrices › 1 › price`. */
    readonly path: string;
    readonly was: string;
    readonly is: string;
}

/** What an entry's before and after say, value by value. */
export function differenceRows(before: unknown, after: unknown): DifferenceRow[] {
    return rowsOf([], before, after);
}

function rowsOf(path: readonly string[], was: unknown, is: unknown): DifferenceRow[] {
    if (isObject(was) || isObject(is)) {
        const [old, now] = [isObject(was) ? was : {}, isObject(is) ? is : {}];
        return [...new Set([...Object.keys(old), ...Object.keys(now)])].flatMap(key =>
            rowsOf([...path, key], old[key], now[key]),
        );
    }
    const row = { id: path.join('.'), path: path.join(' › '), was: textOf(was), is: textOf(is) };
    return row.was === row.is ? [] : [row];
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOf(value: unknown): string {
    if (value === null || value === undefined) {
        return '';
    }
    if (Array.isArray(value)) {
        return value.map(item => (typeof item === 'string' ? item : JSON.stringify(item))).join(', ');
    }
    return typeof value === 'string' ? value : JSON.stringify(value);
}
