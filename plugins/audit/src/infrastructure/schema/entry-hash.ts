/** Microseconds since 1970, exact: what a hash is made of must not be rounded. */
export function microseconds(column: string): string {
    return `(extract(epoch FROM ${column}) * 1000000)::bigint`;
}

/**
 * SQL for the SHA-256 of everything that an entry says: of the text of a JSON array, which PostgreSQL writes in one
 * way only. Never changes: other entries would seem to have been changed.
 *
 * @param entry - Alias of a row of `efi_audit.entry`.
 */
export function entryHash(entry: string): string {
    const values = [
        `${entry}.id`,
        `${entry}.class`,
        microseconds(`${entry}.at`),
        ...['user_id', 'actor_kind', 'request_id', 'channel_id', 'action', 'resource_type', 'resource_id'],
        ...['status', 'before', 'after', 'detail', 'address', 'client'],
    ].map(value => (/^[a-z_]+$/.test(value) ? `${entry}.${value}` : value));
    return `sha256(convert_to(jsonb_build_array(${values.join(', ')})::text, 'UTF8'))`;
}
