import { type AuditStatus, sealedTexts } from '@efi/plugin-kit';
import { Injectable } from '@nestjs/common';
import { DEFAULT_CHANNEL_CODE } from '@vendure/common/lib/shared-constants';
import { type RequestContext, TransactionalConnection } from '@vendure/core';
import type { TrailReport } from './chain/fault';
import type { AuditClass } from '../domain/audit-class';
import { joinSaid } from '../domain/said';

export interface EntryFilter {
    readonly classes?: readonly AuditClass[] | null;
    readonly statuses?: readonly AuditStatus[] | null;
    readonly actorKinds?: readonly string[] | null;
    /** The account's name, exact but for case. */
    readonly user?: string | null;
    /** Part of the action's name. */
    readonly action?: string | null;
    readonly resourceType?: string | null;
    readonly resourceId?: string | null;
    readonly requestId?: string | null;
    /** IP address. */
    readonly address?: string | null;
    readonly from?: Date | null;
    readonly to?: Date | null;
}

export interface TrailEntry {
    readonly id: string;
    readonly at: Date;
    readonly class: AuditClass;
    readonly userId: string | null;
    /** The account's name now; nothing when it is gone. */
    readonly user: string | null;
    readonly link: string | null;
    readonly before: unknown;
    readonly after: unknown;
    readonly detail: unknown;
}

/** As the table has it: free text apart. */
type Row = TrailEntry & { readonly said: { readonly texts: readonly string[] } | null };

const COLUMNS = `e.id::text, e.at, e.class, e.user_id AS "userId", e.actor_kind AS "actorKind", e.request_id AS "requestId",
    e.channel_id AS "channelId", e.action, e.resource_type AS "resourceType", e.resource_id AS "resourceId", e.status,
    e.before, e.after, e.detail, e.address, e.client, e.said`;

const PAGE = 500;

/** Reads entries, newest first. */
@Injectable()
export class ReadTrail {
    constructor(private readonly connection: TransactionalConnection) {}

    /**
     * Those of the channel; in the default channel, of all and of none.
     *
     * @param before - Only entries with a lower number.
     */
    async entries(
        ctx: RequestContext,
        filter: EntryFilter,
        before: string | undefined,
        take: number,
    ): Promise<TrailEntry[]> {
        const { rawConnection } = this.connection;
        const parameters: unknown[] = [];
        const conditions: string[] = [];
        const where = (value: unknown, sql: (parameter: string) => string) => {
            if (value !== undefined && value !== null && value !== '') {
                parameters.push(value);
                conditions.push(sql(`$${parameters.length}`));
            }
        };
        where(before, n => `e.id < ${n}::bigint`);
        where(filter.classes, n => `e.class = ANY (${n}::text[])`);
        where(filter.statuses, n => `e.status = ANY (${n}::text[])`);
        where(filter.actorKinds, n => `e.actor_kind = ANY (${n}::text[])`);
        where(
            filter.user?.trim().toLowerCase(),
            n => `e.user_id = ANY (SELECT id::text FROM "user" WHERE lower(identifier) = ${n})`,
        );
        where(filter.action?.trim().toLowerCase(), n => `strpos(lower(e.action), ${n}) > 0`);
        where(filter.resourceType, n => `e.resource_type = ${n}`);
        where(
            filter.resourceId,
            n =>
                `(e.resource_id = ${n} OR (e.resource_id LIKE '%,%' AND ${n} = ANY (string_to_array(e.resource_id, ','))))`,
        );
        where(filter.address, n => `e.address = ${n}`);
        where(filter.requestId, n => `e.request_id = ${n}`);
        where(filter.from, n => `e.at >= ${n}`);
        where(filter.to, n => `e.at < ${n}`);
        where(
            ctx.channel.code === DEFAULT_CHANNEL_CODE ? undefined : String(ctx.channelId),
            n => `e.channel_id = ${n}`,
        );
        parameters.push(take);
        const entries = await rawConnection.query<Row[]>(
            `SELECT page.*, u.identifier AS user, l.seq::text AS link
               FROM (SELECT ${COLUMNS} FROM efi_audit.entry e
                      WHERE ${conditions.join(' AND ') || 'true'} ORDER BY e.id DESC LIMIT $${parameters.length}) page
               LEFT JOIN "user" u ON u.id = CASE WHEN page."userId" ~ '^\\d{1,9}$' THEN page."userId"::int END AND u."deletedAt" IS NULL
               LEFT JOIN LATERAL (SELECT seq FROM efi_audit.link WHERE class = page.class AND entry_id = page.id::bigint LIMIT 1) l ON true
              ORDER BY page.id::bigint DESC`,
            parameters,
        );
        const texts = sealedTexts(rawConnection);
        return entries.map(({ said, ...entry }) => ({
            ...entry,
            before: joinSaid(entry.before, said?.texts),
            after: joinSaid(entry.after, said?.texts),
            detail: joinSaid(entry.detail, said?.texts),
            user: entry.user && texts.open(entry.user, 'user.identifier'),
        }));
    }

    /** All that the filter lets through, newest first, a page at a time: one is in memory at once. */
    async *pages(ctx: RequestContext, filter: EntryFilter): AsyncGenerator<readonly TrailEntry[]> {
        let before: string | undefined;
        do {
            const page = await this.entries(ctx, filter, before, PAGE);
            if (page.length > 0) {
                yield page;
            }
            before = page.length === PAGE ? page.at(-1)?.id : undefined;
        } while (before !== undefined);
    }

    /** How the chain is. */
    async state() {
        const { rawConnection } = this.connection;
        const [verified] = await rawConnection.query<{ at: Date; ok: boolean; report: TrailReport }[]>(
            'SELECT at, ok, report FROM efi_audit.verification ORDER BY id DESC LIMIT 1',
        );
        const [anchor] = await rawConnection.query<{ at: Date; number: string }[]>(
            'SELECT at, number FROM efi_audit.anchor ORDER BY number DESC LIMIT 1',
        );
        const [waiting] = await rawConnection.query<{ waiting: number; since: Date | null }[]>(
            'SELECT count(*)::int AS waiting, min(entry_at) AS since FROM efi_audit.pending',
        );
        return { verified, anchor, waiting: waiting?.waiting ?? 0, waitingSince: waiting?.since ?? null };
    }
}
