import type { AuditAct, AuditTrail } from '@efi/plugin-kit';
import { Inject, Injectable } from '@nestjs/common';
import { type RequestContext, TransactionalConnection, User } from '@vendure/core';
import { randomBytes } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { AUDIT_OPTIONS, type AuditSettings } from '../audit.options';
import { BulkReads } from '../domain/bulk-reads';
import { maskPersonal, plainKeys } from '../domain/masking';
import { separateSaid } from '../domain/said';
import { actorOf } from './actor';

const COLUMNS = [
    'class',
    'user_id',
    'actor_kind',
    'request_id',
    'channel_id',
    'action',
    'resource_type',
    'resource_id',
    'status',
    'before',
    'after',
    'detail',
    'address',
    'client',
    'said',
];

const INSERT = `INSERT INTO efi_audit.entry (${COLUMNS.join(', ')})
    VALUES (${COLUMNS.map((_, n) => `$${n + 1}`).join(', ')})`;

/** Longest client and ids that are kept, in characters: both are said by the caller. */
const LONGEST = 200;

/** Most characters of JSON that one of before, after and detail may have. */
const MOST_JSON = 64_000;

/** The trail in PostgreSQL. */
@Injectable()
export class SqlAuditTrail implements AuditTrail {
    private readonly personal: ReadonlySet<string>;
    private readonly bulkReads: BulkReads;

    constructor(
        @Inject(AUDIT_OPTIONS) private readonly options: AuditSettings,
        private readonly connection: TransactionalConnection,
    ) {
        this.personal = plainKeys(options.personalKeys);
        this.bulkReads = new BulkReads(options.bulkReadFrom);
    }

    async record(ctx: RequestContext, act: AuditAct): Promise<void> {
        await this.write(this.connection.getRepository(ctx, User).manager, ctx, act);
    }

    async recordIn(manager: EntityManager, act: AuditAct): Promise<void> {
        await this.write(manager, undefined, act);
    }

    async recordApart(ctx: RequestContext | undefined, act: AuditAct): Promise<void> {
        await this.write(this.connection.rawConnection.manager, ctx, act);
    }

    async readInBulk(ctx: RequestContext, list: string, items: number): Promise<void> {
        const much =
            ctx.activeUserId === undefined
                ? undefined
                : this.bulkReads.add(String(ctx.activeUserId), items, Date.now());
        if (much !== undefined) {
            await this.recordApart(ctx, {
                ...{ action: 'read-in-bulk', class: 'security', resource: { type: list } },
                detail: { items: much },
            });
        }
    }

    private async write(
        manager: EntityManager,
        ctx: RequestContext | undefined,
        act: AuditAct,
    ): Promise<void> {
        const { userId, kind, requestId, channelId, address, client } = actorOf(ctx);
        const texts: string[] = [];
        await manager.query(INSERT, [
            act.class ?? 'transaction',
            act.userId === undefined ? userId : String(act.userId),
            kind,
            short(requestId),
            channelId,
            act.action.slice(0, 100),
            act.resource?.type ?? null,
            short(act.resource?.id == null ? null : String(act.resource.id)),
            act.status ?? 'success',
            this.json(ctx, act.before, texts),
            this.json(ctx, act.after, texts),
            this.json(ctx, act.detail, texts),
            address,
            short(client),
            saidOf(texts),
        ]);
    }

    private json(ctx: RequestContext | undefined, value: unknown, texts: string[]): string | null {
        if (value === undefined || value === null) {
            return null;
        }
        // By way of JSON, so that dates and entities are looked into as what they become.
        const plain = JSON.parse(JSON.stringify(value)) as unknown;
        const { masking } = this.options;
        const masked = maskPersonal(plain, this.personal, (key, personal) =>
            masking.mask(ctx, key, personal),
        );
        const text = withoutNull(JSON.stringify(separateSaid(masked, texts)));
        return text.length <= MOST_JSON ? text : JSON.stringify({ tooLong: text.length });
    }
}

function short(value: string | null): string | null {
    return value === null ? null : value.replaceAll('\0', '').slice(0, LONGEST);
}

/** Free text, with a salt: its hash stays when it is erased, and must not tell who tries what it was. */
function saidOf(texts: readonly string[]): string | null {
    const salt = randomBytes(16).toString('base64');
    const text = texts.length ? withoutNull(JSON.stringify({ salt, texts })) : null;
    return text === null || text.length <= MOST_JSON ? text : JSON.stringify({ salt, texts: [] });
}

/** PostgreSQL's texts have no such character. */
function withoutNull(json: string): string {
    return json.replaceAll('\\u0000', '');
}
