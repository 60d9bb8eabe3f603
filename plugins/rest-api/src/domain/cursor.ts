/**
 * Where a page of a list ended, for the caller to hand back: opaque, and of that list only.
 *
 * @param list - The list's own name, without spaces.
 * @param lastId - Of the last item on the page, as callers see ids.
 */
export function cursorAfter(list: string, lastId: string): string {
    return Buffer.from(`${list} ${lastId}`).toString('base64url');
}

/** @returns the id that a cursor stands at, or nothing when it is none of this list. */
export function idBefore(list: string, cursor: string): string | undefined {
    const text = Buffer.from(cursor, 'base64url').toString();
    return text.startsWith(`${list} `) ? text.slice(list.length + 1) : undefined;
}
