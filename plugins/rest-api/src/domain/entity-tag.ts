/** An entity tag as `ETag` carries it (RFC 9110, 8.8.3). */
export function entityTag(version: string, strength: 'strong' | 'weak' = 'strong'): string {
    return `${strength === 'weak' ? 'W/' : ''}"${version}"`;
}

/**
 * Whether a list in `If-None-Match` has the tag, compared weakly: `W/"a"` and `"a"` are the same.
 *
 * @param list - The header's value; `*` has any tag.
 */
export function isInNoneMatch(list: string, tag: string): boolean {
    return list.trim() === '*' || tagsOf(list).some(one => opaque(one) === opaque(tag));
}

/** Whether a list in `If-Match` has the tag, compared strongly: a weak tag never matches. */
export function isInMatch(list: string, tag: string): boolean {
    return list.trim() === '*' || tagsOf(list).some(one => !one.startsWith('W/') && one === tag);
}

function tagsOf(list: string): string[] {
    return list.match(/(?:W\/)?"[^"]*"/g) ?? [];
}

function opaque(tag: string): string {
    return tag.replace(/^W\//, '');
}
