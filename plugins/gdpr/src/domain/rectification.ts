type Values = Readonly<Record<string, unknown>>;

/** What a person may have put right, by part of the registry, row and column. */
export type RectifiableData = Readonly<Record<string, Readonly<Record<string, Values>>>>;

/** A row that was put right. */
export interface RectifiedRow {
    readonly part: string;
    readonly id: string;
    /** The columns that changed, with their new values; nothing when the row is gone. */
    readonly fields: Values | null;
}

/** What changed of the rows that were there before. One that is new says something else than before of nothing. */
export function rectifiedRows(before: RectifiableData, now: RectifiableData): RectifiedRow[] {
    return Object.entries(before).flatMap(([part, rows]) =>
        Object.entries(rows).flatMap(([id, values]) => {
            const current = now[part]?.[id];
            const fields = current ? changed(values, current) : null;
            return fields && Object.keys(fields).length === 0 ? [] : [{ part, id, fields }];
        }),
    );
}

function changed(before: Values, now: Values): Values {
    return Object.fromEntries(Object.entries(now).filter(([name, value]) => !isSame(before[name], value)));
}

/** Of addresses, whatever the order of their properties. */
function isSame(one: unknown, other: unknown): boolean {
    return plain(one) === plain(other);
}

function plain(value: unknown): string {
    return JSON.stringify(
        typeof value === 'object' && value !== null ? Object.entries(value).sort() : (value ?? null),
    );
}
