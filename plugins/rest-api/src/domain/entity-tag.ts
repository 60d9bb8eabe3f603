/** What may stand in an entity tag as it is; `%` begins what may not. */
const NOT_AS_IT_IS = /[^\x21\x23\x24\x26-\x7e]/gu;

/**
 * An entity tag as `ETag` carries it (RFC 9110, 8.8.3).
 *
 * @param version - Any text: what a header can't carry stands there as `%` and the hexadecimal digits of its bytes.
 */
export function entityTag(version: string, strength: 'strong' | 'weak' = 'strong'): string {
    const text = version.replaceAll(NOT_AS_IT_IS, character =>
        [...Buffer.from(character)].map(byte => `%${byte.toString(16).padStart(2, '0')}`).join(''),
    );
    return `${strength === 'weak' ? 'W/' : ''}"${text}"`;
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
