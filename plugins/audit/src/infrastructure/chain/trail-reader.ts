import type { AuditClass } from '../../domain/audit-class';
import { entryHash, microseconds } from '../schema/entry-hash';
import type { SignedAnchor } from './anchor';

/** Runs one statement, always on the same connection. */
export type Query = <Row>(sql: string, parameters?: readonly unknown[]) => Promise<Row[]>;

/** A link beside the entry that it is of. */
export interface LinkRow {
    readonly seq: number;
    readonly linkedAt: bigint;
    readonly entryId: bigint;
    /** Of the entry; ISO 8601. */
    readonly at: string;
    readonly entryHash: Buffer;
    readonly hash: Buffer;
    /** Of the entry as it is now; nothing when there is none. */
    readonly actualHash: Buffer | null;
}

const iso = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

const LINKS = `
    SELECT l.seq, ${microseconds('l.linked_at')} AS "linkedAt", l.linked_at::text AS cursor,
           l.entry_id AS "entryId", ${iso('l.entry_at')} AS at, l.entry_hash AS "entryHash", l.hash,
           ${entryHash('e')} AS "actualHash", e.id IS NOT NULL AS "isThere"
      FROM (SELECT * FROM efi_audit.link
             WHERE class = $1 AND linked_at >= $2::timestamptz AND (linked_at, seq) > ($2::timestamptz, $3)
             ORDER BY linked_at, seq LIMIT $4) l
      LEFT JOIN efi_audit.entry e ON e.class = $1 AND e.at = l.entry_at AND e.id = l.entry_id
     ORDER BY l.linked_at, l.seq`;

type RawLink = Omit<LinkRow, 'seq' | 'linkedAt' | 'entryId' | 'actualHash'> & {
    readonly [key in 'seq' | 'linkedAt' | 'entryId' | 'cursor']: string;
} & { readonly actualHash: Buffer; readonly isThere: boolean };

/** All links of a class in their order, so many at a time. */
export async function* linksOf(query: Query, name: AuditClass, pageSize: number): AsyncGenerator<LinkRow> {
    let [moment, seq] = ['-infinity', '0'];
    for (;;) {
        const rows = await query<RawLink>(LINKS, [name, moment, seq, pageSize]);
        for (const row of rows) {
            yield {
                ...{ seq: Number(row.seq), at: row.at, entryHash: row.entryHash, hash: row.hash },
                ...{ linkedAt: BigInt(row.linkedAt), entryId: BigInt(row.entryId) },
                actualHash: row.isThere ? row.actualHash : null,
            };
        }
        const last = rows.at(-1);
        if (!last || rows.length < pageSize) {
            return;
        }
        [moment, seq] = [last.cursor, last.seq];
    }
}

/** An anchor under the number that its row has. */
export interface AnchorRow extends SignedAnchor {
    readonly number: number;
    readonly at: string;
}

/** All anchors in their order. */
export async function* anchorsOf(query: Query, pageSize: number): AsyncGenerator<AnchorRow> {
    let after = '-1';
    for (;;) {
        const rows = await query<Omit<AnchorRow, 'number'> & { number: string }>(
            `SELECT number, ${iso('at')} AS at, payload, signature FROM efi_audit.anchor
              WHERE number > $1 ORDER BY number LIMIT $2`,
            [after, pageSize],
        );
        for (const row of rows) {
            yield { ...row, number: Number(row.number) };
        }
        const last = rows.at(-1);
        if (!last || rows.length < pageSize) {
            return;
        }
        after = last.number;
    }
}

/** An entry that no link is of. */
export interface LooseEntry {
    readonly class: AuditClass;
    readonly id: string;
    readonly at: string;
    /** Whether it waits to be linked, and is as it was written. */
    readonly state: 'waiting' | 'changed' | 'unknown' | 'removed';
    readonly isLate: boolean;
}

/** Entries without a link, and what waits for one without an entry; oldest first, a thousand at most. */
export async function looseEntries(query: Query): Promise<LooseEntry[]> {
    return query<LooseEntry>(`
        SELECT e.class, e.id::text, ${iso('e.at')} AS at, e.at < now() - interval '1 minute' AS "isLate",
               CASE WHEN p.entry_id IS NULL THEN 'unknown'
                    WHEN p.entry_hash <> ${entryHash('e')} THEN 'changed' ELSE 'waiting' END AS state
          FROM efi_audit.entry e
          LEFT JOIN efi_audit.pending p ON p.class = e.class AND p.entry_id = e.id
         WHERE NOT EXISTS (SELECT FROM efi_audit.link l WHERE l.class = e.class AND l.entry_id = e.id)
         UNION ALL
        SELECT p.class, p.entry_id::text, ${iso('p.entry_at')}, true, 'removed'
          FROM efi_audit.pending p
         WHERE NOT EXISTS (SELECT FROM efi_audit.entry e
                            WHERE e.class = p.class AND e.at = p.entry_at AND e.id = p.entry_id)
         ORDER BY at, id LIMIT 1000`);
}

/** An entry whose personal part is gone. */
export type BlankedEntry = Pick<LooseEntry, 'class' | 'id' | 'at'>;

/** Those of which no erasure says that it did it, oldest first, one at most. */
export async function blankedEntries(query: Query): Promise<BlankedEntry[]> {
    return query<BlankedEntry>(`
          WITH named AS MATERIALIZED (
               SELECT jsonb_array_elements_text(f.detail -> 'entries')::bigint AS id, f.detail ->> 'what' AS what
                 FROM efi_audit.entry f WHERE f.class = 'security' AND f.action = 'forget-person')
        SELECT e.class, e.id::text, ${iso('e.at')} AS at
          FROM efi_audit.entry e
         WHERE (e.origin_hash IS NOT NULL OR e.said_hash IS NOT NULL)
           AND NOT EXISTS (SELECT FROM named n WHERE n.id = e.id AND (n.what = 'all' OR e.origin_hash IS NULL))
         ORDER BY e.at, e.id LIMIT 1`);
}
