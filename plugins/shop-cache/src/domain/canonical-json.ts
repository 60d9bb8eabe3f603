const DEEPEST = 50;

/**
 * JSON with the keys of objects sorted, so that equal values have one text.
 *
 * @param value - Comes from `JSON.parse`.
 * @throws RangeError when it is nested too deep.
 */
export function canonicalJson(value: unknown, depth = 0): string {
    if (depth > DEEPEST) {
        throw new RangeError(`Nested deeper than ${DEEPEST} levels.`);
    }
    if (Array.isArray(value)) {
        return `[${value.map(element => canonicalJson(element, depth + 1)).join(',')}]`;
    }
    if (typeof value === 'object' && value !== null) {
        const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
        return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member, depth + 1)}`).join(',')}}`;
    }
    return JSON.stringify(value);
}
