/** Microseconds since 1970, exact: what a hash is made of must not be rounded. */
export function microseconds(column: string): string {
    return `(extract(epoch FROM ${column}) * 1000000)::bigint`;
}

const said = ['user_id', 'actor_kind', 'request_id', 'channel_id', 'action', 'resource_type', 'resource_id'];
const what = ['status', 'before', 'after', 'detail'];

/**
 * What stands for the address and the client of an entry: the hash that was kept when they were erased, or that of what
 * is there, with its salt. Without the salt nobody can find out by trying which address it was.
 */
export function originHash(entry: string): string {
    return `CASE WHEN ${entry}.origin_hash IS NOT NULL AND num_nonnulls(${entry}.address, ${entry}.client, ${entry}.salt) = 0
        THEN ${entry}.origin_hash
        ELSE sha256(uuid_send(${entry}.salt) || convert_to(jsonb_build_array(${entry}.address, ${entry}.client)::text, 'UTF8')) END`;
}

/** What stands for the free text of an entry, which has a salt of its own in it. Nothing where there was none. */
export function saidHash(entry: string): string {
    return `CASE WHEN ${entry}.said IS NULL THEN ${entry}.said_hash
        ELSE sha256(convert_to(${entry}.said::text, 'UTF8')) END`;
}

/**
 * SQL for the SHA-256 of everything that an entry says: of the text of a JSON array, which PostgreSQL writes in one
 * way only. Never changes: other entries would seem to have been changed. What can be erased of a person is in it by a
 * hash of its own, so that the entry's hash outlives the erasure.
 *
 * @param entry - Alias of a row of `efi_audit.entry`.
 */
export function entryHash(entry: string): string {
    const hashes = [originHash(entry), saidHash(entry)].map(hash => `encode(${hash}, 'hex')`);
    const whole = hashOf(entry, [...said, ...what], hashes);
    return `CASE WHEN ${entry}.salt IS NULL AND ${entry}.origin_hash IS NULL THEN ${firstEntryHash(entry)} ELSE ${whole} END`;
}

/** As {@link entryHash} was for entries that were written before what is personal could be erased. */
export function firstEntryHash(entry: string): string {
    return hashOf(entry, [...said, ...what, 'address', 'client'], []);
}

function hashOf(entry: string, columns: readonly string[], more: readonly string[]): string {
    const values = [`${entry}.id`, `${entry}.class`, microseconds(`${entry}.at`)];
    values.push(...columns.map(column => `${entry}.${column}`), ...more);
    return `sha256(convert_to(jsonb_build_array(${values.join(', ')})::text, 'UTF8'))`;
}
