import type { Facts } from './difference';

/** What an exported entry says, in this order. */
export const EXPORTED = [
    'id',
    'at',
    'class',
    'status',
    'action',
    'actorKind',
    'userId',
    'user',
    'resourceType',
    'resourceId',
    'before',
    'after',
    'detail',
    'requestId',
    'channelId',
    'address',
    'client',
    'link',
] as const;

/** How a trail is exported: a table for a spreadsheet, or a JSON object a line. */
export const exportFormats = ['csv', 'jsonl'] as const;

export type ExportFormat = (typeof exportFormats)[number];

/** What comes before the first entry. */
export function exportHead(format: ExportFormat): string {
    return format === 'csv' ? `${EXPORTED.join(',')}\r\n` : '';
}

/** One entry. Of what is not among {@link EXPORTED} nothing leaves. */
export function exportLine(format: ExportFormat, entry: Facts): string {
    return format === 'csv'
        ? `${EXPORTED.map(key => csvCell(entry[key])).join(',')}\r\n`
        : `${JSON.stringify(Object.fromEntries(EXPORTED.map(key => [key, entry[key] ?? null])))}\n`;
}

/** RFC 4180. What a spreadsheet would take for a formula begins with an apostrophe: much of it is said by strangers. */
function csvCell(value: unknown): string {
    if (value === null || value === undefined) {
        return '';
    }
    const text = asText(value);
    const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function asText(value: unknown): string {
    if (typeof value === 'string') {
        return value;
    }
    return value instanceof Date ? value.toISOString() : JSON.stringify(value);
}
