/** JSON, as far as the trail looks into it. */
export type Facts = Readonly<Record<string, unknown>>;

/** What a change was: only the keys whose values differ, as they were and as they are. */
export interface Difference {
    readonly before: Facts | null;
    readonly after: Facts | null;
}

/** Changes with every write and tells nothing. */
const NOT_TOLD = new Set(['updatedAt']);

/**
 * The keys that differ between two states of a thing, objects looked into. Of what was not there before, or is gone
 * now, everything is told.
 */
export function difference(before: Facts | null, after: Facts | null): Difference {
    if (!before || !after) {
        return { before, after };
    }
    const was: Record<string, unknown> = {};
    const is: Record<string, unknown> = {};
    for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
        const [old, now] = [before[key], after[key]];
        if (NOT_TOLD.has(key) || JSON.stringify(old) === JSON.stringify(now)) {
            continue;
        }
        if (isFacts(old) && isFacts(now)) {
            const inner = difference(old, now);
            Object.assign(was, { [key]: inner.before });
            Object.assign(is, { [key]: inner.after });
        } else {
            Object.assign(was, { [key]: old ?? null });
            Object.assign(is, { [key]: now ?? null });
        }
    }
    return { before: was, after: is };
}

export function isFacts(value: unknown): value is Facts {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
