import { genesisHash, linkHash } from '../src/infrastructure/chain/link-hash';
import { withClient } from './trail';

export function monthAgo(months: number): Date {
    const now = new Date();
    return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - months, 15));
}

export function partition(table: string, name: string, month: Date): string {
    return `${table}_${name}_${month.toISOString().slice(0, 7).replace('-', '')}`;
}

/** Entries and links as they would have been written and linked then. The chain of the class begins with them. */
export async function writeLongAgo(url: string, name: string, months: number, count: number): Promise<void> {
    const month = monthAgo(months);
    const begin = new Date(Date.UTC(month.getUTCFullYear(), month.getUTCMonth(), 1)).toISOString();
    const end = new Date(Date.UTC(month.getUTCFullYear(), month.getUTCMonth() + 1, 1)).toISOString();
    let previous = genesisHash(name);
    await withClient(url, async client => {
        for (const table of ['entry', 'link']) {
            await client.query(
                `CREATE TABLE efi_audit.${partition(table, name, month)} PARTITION OF efi_audit.${table}_${name} FOR VALUES FROM ('${begin}') TO ('${end}')`,
            );
        }
        for (let seq = 1; seq <= count; seq++) {
            await client.query(
                `INSERT INTO efi_audit.entry (class, at, actor_kind, action, status) VALUES ($1, $2, 'system', 'old', 'success')`,
                [name, month],
            );
            const { rows } = await client.query<{ entry_id: string; entry_at: Date; entry_hash: Buffer }>(
                'DELETE FROM efi_audit.pending WHERE class = $1 RETURNING *',
                [name],
            );
            const entry = rows[0];
            if (!entry) {
                throw new Error('The entry does not wait to be linked.');
            }
            const linkedAt = BigInt(month.getTime()) * 1000n;
            previous = linkHash(previous, {
                seq,
                linkedAt,
                entryId: BigInt(entry.entry_id),
                entryHash: entry.entry_hash,
            });
            await client.query('INSERT INTO efi_audit.link VALUES ($1, $2, $3, $4, $5, $6, $7)', [
                ...[name, month, seq, entry.entry_id, entry.entry_at],
                ...[entry.entry_hash, previous],
            ]);
        }
    });
}
