import type { SealedTexts } from '@efi/plugin-kit';
import { changeTexts, sealedColumns } from './sealed-columns';

/** Opens a row that was read past the entities, as `to_jsonb` gives it: objects of addresses are texts in it. */
export function openRow<Row extends Readonly<Record<string, unknown>>>(
    row: Row,
    table: string,
    texts: SealedTexts,
): Row {
    const opened: Record<string, unknown> = { ...row };
    for (const column of sealedColumns) {
        const [owner, name = ''] = column.name.split('.');
        if (owner === table && typeof row[name] === 'string') {
            opened[name] = openValue(row[name], text => texts.open(text, column.name), column.isObject);
        }
    }
    return opened as Row;
}

function openValue(value: string, open: (text: string) => string, isObject: boolean): string {
    if (!isObject) {
        return open(value);
    }
    const column = { name: '', isIndexed: false, isObject };
    return JSON.stringify(changeTexts(JSON.parse(value), column, open));
}
