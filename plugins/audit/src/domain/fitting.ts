import { isFacts } from './difference';

/** What stands for a text, a list or an object that had no room. */
interface Cut {
    /** The beginning of a text. */
    readonly begins?: string;
    /** Characters of its JSON. */
    readonly cut: number;
    /** Of its JSON. */
    readonly sha256: string;
}

/** What {@link Cut} takes itself, about. */
const LEAST = 120;

interface Child {
    readonly key: string;
    readonly value: unknown;
    /** Of what stands before the value. */
    readonly named: number;
    readonly size: number;
}

/**
 * JSON in at most so many characters, about. What is long gives way, field by field, to how long it was and its hash:
 * of many values the short ones stay as they are, however much stands beside them.
 *
 * @param hashOf - SHA-256 of a text, in hexadecimal digits.
 */
export function fitting(value: unknown, most: number, hashOf: (text: string) => string): unknown {
    const json = JSON.stringify(value ?? null);
    if (json.length <= most) {
        return value;
    }
    const cut: Cut = { cut: json.length, sha256: hashOf(json) };
    const isObject = isFacts(value);
    if (!isObject && !Array.isArray(value)) {
        const room = Math.floor((most - LEAST) / 2);
        return typeof value === 'string' && room > 0
            ? { begins: wellFormed(value.slice(0, room)), ...cut }
            : cut;
    }
    const children = Object.entries(value).map(([key, inner]: [string, unknown]) => {
        const named = isObject ? JSON.stringify(key).length + 2 : 1;
        return { key, value: inner, named, size: named + JSON.stringify(inner ?? null).length };
    });
    const share = shareOf(children, most - 2);
    if (children.some(({ named, size }) => size > share && share - named < LEAST)) {
        return cut;
    }
    const fitted = children.map(({ key, value: inner, named, size }): [string, unknown] => [
        key,
        size <= share ? inner : fitting(inner, share - named, hashOf),
    ]);
    return isObject ? Object.fromEntries(fitted) : fitted.map(([, inner]) => inner);
}

/** So much each may have, where what the short ones leave is for the long ones. */
function shareOf(children: readonly Child[], most: number): number {
    let left = most;
    const sizes = children.map(({ size }) => size).sort((a, b) => a - b);
    for (const [index, size] of sizes.entries()) {
        const share = Math.floor(left / (sizes.length - index));
        if (size > share) {
            return share;
        }
        left -= size;
    }
    return most;
}

/** Without half of a character at the end. */
function wellFormed(text: string): string {
    return text.replace(/[\uD800-\uDBFF]$/, '');
}
