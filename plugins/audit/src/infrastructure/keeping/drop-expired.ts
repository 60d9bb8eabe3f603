import { Injectable } from '@nestjs/common';
import { Logger, TransactionalConnection } from '@vendure/core';
import { type AuditClass, auditClasses, retentionMonths } from '../../domain/audit-class';
import type { DroppedMonth } from '../chain/anchor';
import { Anchors } from '../chain/anchors';
import { loggerCtx } from '../logger-context';

/** Months of a class that have partitions and whose time is over, oldest first. */
const EXPIRED = `
    SELECT DISTINCT to_char(month, 'YYYY-MM') AS month
      FROM pg_partition_tree('efi_audit.entry') part,
           LATERAL (SELECT to_date(substring(part.relid::regclass::text FROM '_(\\d{6})$'), 'YYYYMM') AS month) m
     WHERE part.isleaf AND part.relid::regclass::text LIKE 'efi_audit.entry_' || $1 || '_%'
       AND month + make_interval(months => $2 + 1) <= now() AT TIME ZONE 'UTC'
     ORDER BY month`;

/** The last link up to the end of a month, and whether there are later ones to go on from it. */
const THROUGH = `
    SELECT seq::int8, encode(hash, 'hex') AS hash,
           EXISTS (SELECT FROM efi_audit.link
                    WHERE class = $1 AND linked_at >= ($2::date + interval '1 month') AT TIME ZONE 'UTC') AS "hasLater"
      FROM efi_audit.link
     WHERE class = $1 AND linked_at < ($2::date + interval '1 month') AT TIME ZONE 'UTC'
     ORDER BY linked_at DESC, seq DESC LIMIT 1`;

/** Removes whole months when the time of their class is over, and signs for where the chain goes on. */
@Injectable()
export class DropExpired {
    constructor(
        private readonly connection: TransactionalConnection,
        private readonly anchors: Anchors,
    ) {}

    /**
     * The anchor comes first: when it was killed in between, the next run drops what is signed for again, which does
     * no harm. Without a key nothing is dropped, since the chain could not be followed afterwards.
     *
     * @returns what was dropped.
     */
    async run(): Promise<readonly DroppedMonth[]> {
        const all = await Promise.all(auditClasses.map(name => this.expired(name)));
        const expired = all.flat();
        if (expired.length === 0) {
            return [];
        }
        if ((await this.anchors.sign(expired)) === undefined) {
            Logger.warn('Nothing is dropped from the audit trail: it has no secret to sign with.', loggerCtx);
            return [];
        }
        for (const { class: name, month, through } of expired) {
            await this.drop('entry', name, month);
            if (through) {
                await this.drop('link', name, month);
            }
        }
        return expired;
    }

    private async expired(name: AuditClass): Promise<DroppedMonth[]> {
        const { rawConnection } = this.connection;
        const months = await rawConnection.query<{ month: string }[]>(EXPIRED, [name, retentionMonths[name]]);
        return Promise.all(
            months.map(async ({ month }) => {
                const [last] = await rawConnection.query<{ seq: string; hash: string; hasLater: boolean }[]>(
                    THROUGH,
                    [name, `${month}-01`],
                );
                const through = last?.hasLater ? { seq: Number(last.seq), hash: last.hash } : null;
                return { class: name, month, through };
            }),
        );
    }

    private async drop(table: string, name: string, month: string): Promise<void> {
        await this.connection.rawConnection.query('SELECT efi_audit.drop_month($1, $2, $3::date)', [
            table,
            name,
            `${month}-01`,
        ]);
    }
}
