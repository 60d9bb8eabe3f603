import { isFacts } from './difference';

/** What somebody writes in words of their own, and what somebody looks for: it may name anybody. */
const SAID = new Set(['reason', 'because', 'message', 'comment', 'user', 'term', 'problem']);

/** A word for programs, such as a code of an error. */
const CODE = /^[A-Z][A-Z0-9_]*$/;

const PLACE = /^\[said (\d+)\]$/;

/** Where words were that somebody's erasure took. */
const FORGOTTEN = '[erased]';

/**
 * A copy of JSON in which free text gave way to `[said 0]` and so on.
 *
 * @param texts - Gets the text.
 */
export function separateSaid(value: unknown, texts: string[]): unknown {
    if (Array.isArray(value)) {
        return value.map(item => separateSaid(item, texts));
    }
    if (!isFacts(value)) {
        return value;
    }
    return Object.fromEntries(
        Object.entries(value).map(([key, inner]) => {
            const isSaid = SAID.has(key) && typeof inner === 'string' && inner !== '' && !CODE.test(inner);
            return [key, isSaid ? `[said ${texts.push(inner) - 1}]` : separateSaid(inner, texts)];
        }),
    );
}

/**
 * Puts free text back where it was.
 *
 * @param texts - Nothing when it was erased.
 */
export function joinSaid(value: unknown, texts: readonly string[] | undefined): unknown {
    if (typeof value === 'string') {
        const number = PLACE.exec(value)?.[1];
        return number === undefined ? value : (texts?.[Number(number)] ?? FORGOTTEN);
    }
    if (Array.isArray(value)) {
        return value.map(item => joinSaid(item, texts));
    }
    return isFacts(value)
        ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, joinSaid(inner, texts)]))
        : value;
}
