import type { AuditAct, AuditTrail } from '@efi/plugin-kit';
import { Inject, Injectable } from '@nestjs/common';
import { type RequestContext, TransactionalConnection, User } from '@vendure/core';
import { createHash, randomBytes } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { AUDIT_OPTIONS, type AuditSettings } from '../audit.options';
import { BulkReads } from '../domain/bulk-reads';
import { fitting } from '../domain/fitting';
import { maskPersonal } from '../domain/masking';
import { keepsOrigin } from '../domain/origin';
import { separateSaid } from '../domain/said';
import { type Actor, actorOf } from './actor';
import { PersonalColumns } from './personal-columns';

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

/** Entries of one statement. */
const AT_ONCE = 50;

/** SQL for so many entries, which bind {@link COLUMNS} one entry after the other. */
function insertOf(entries: number): string {
    const rows = Array.from({ length: entries }, (_entry, index) => {
        const first = index * COLUMNS.length + 1;
        return `(${COLUMNS.map((_column, n) => `$${first + n}`).join(', ')})`;
    });
    return `INSERT INTO efi_audit.entry (${COLUMNS.join(', ')}) VALUES ${rows.join(', ')}`;
}

/** Longest client and ids that are kept, in characters: both are said by the caller. */
const LONGEST = 200;

/** Most characters of JSON that one of before, after and detail may have; of more, the longest values are cut. */
const MOST_JSON = 64_000;

/** One of which `before` and `after` are rows. */
export interface ActOfRows extends AuditAct {
    /** Name of their entity. */
    readonly rowsOf?: string;
}

/** The trail in PostgreSQL. */
@Injectable()
export class SqlAuditTrail implements AuditTrail {
    private readonly personal: PersonalColumns;
    private readonly bulkReads: BulkReads;

    constructor(
        @Inject(AUDIT_OPTIONS) private readonly options: AuditSettings,
        private readonly connection: TransactionalConnection,
    ) {
        this.personal = new PersonalColumns(connection.rawConnection, options.declared, options.personalKeys);
        this.bulkReads = new BulkReads(options.bulkReadFrom);
    }

    async record(ctx: RequestContext, act: ActOfRows): Promise<void> {
        await this.write(this.connection.getRepository(ctx, User).manager, ctx, [act]);
    }

    /** As {@link record}, of what was done together: in one statement. */
    async recordAll(ctx: RequestContext, acts: readonly ActOfRows[]): Promise<void> {
        await this.write(this.connection.getRepository(ctx, User).manager, ctx, acts);
    }

    async recordIn(manager: EntityManager, act: AuditAct): Promise<void> {
        await this.write(manager, undefined, [act]);
    }

    async recordApart(ctx: RequestContext | undefined, act: AuditAct): Promise<void> {
        await this.write(this.connection.rawConnection.manager, ctx, [act]);
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
        acts: readonly ActOfRows[],
    ): Promise<void> {
        const actor = actorOf(ctx);
        for (let first = 0; first < acts.length; first += AT_ONCE) {
            const rows = acts.slice(first, first + AT_ONCE).map(act => this.rowOf(ctx, actor, act));
            await manager.query(insertOf(rows.length), rows.flat());
        }
    }

    /** In the order of {@link COLUMNS}. */
    private rowOf(
        ctx: RequestContext | undefined,
        { userId, kind, requestId, channelId, address, client }: Actor,
        act: ActOfRows,
    ): unknown[] {
        const isTraceable = kind !== 'anonymous' || keepsOrigin(act);
        const texts: string[] = [];
        const ofRows =
            act.rowsOf === undefined ? this.personal.anywhere() : this.personal.ofEntity(act.rowsOf);
        return [
            act.class ?? 'transaction',
            act.userId === undefined ? userId : String(act.userId),
            kind,
            short(requestId),
            channelId,
            act.action.slice(0, 100),
            act.resource?.type ?? null,
            short(act.resource?.id == null ? null : String(act.resource.id)),
            act.status ?? 'success',
            this.json(ctx, act.before, ofRows, texts),
            this.json(ctx, act.after, ofRows, texts),
            this.json(ctx, act.detail, this.personal.anywhere(), texts),
            isTraceable ? address : null,
            isTraceable ? short(client) : null,
            saidOf(texts),
        ];
    }

    private json(
        ctx: RequestContext | undefined,
        value: unknown,
        personal: ReadonlySet<string>,
        texts: string[],
    ): string | null {
        if (value === undefined || value === null) {
            return null;
        }
        // By way of JSON, so that dates and entities are looked into as what they become.
        const plain = JSON.parse(JSON.stringify(value)) as unknown;
        const { masking } = this.options;
        const masked = maskPersonal(plain, personal, (key, inner) => masking.mask(ctx, key, inner));
        const apart = separateSaid(masked, texts);
        const json = JSON.stringify(apart);
        return withoutNull(
            json.length <= MOST_JSON ? json : JSON.stringify(fitting(apart, MOST_JSON, sha256)),
        );
    }
}

function short(value: string | null): string | null {
    return value === null ? null : value.replaceAll('\0', '').slice(0, LONGEST);
}

/** Free text, with a salt: its hash stays when it is erased, and must not tell who tries what it was. */
function saidOf(texts: readonly string[]): string | null {
    if (texts.length === 0) {
        return null;
    }
    const salt = randomBytes(16).toString('base64');
    const kept = texts.map(text => {
        const whole = fitting(text, Math.floor(MOST_JSON / texts.length), sha256);
        return typeof whole === 'string' ? whole : JSON.stringify(whole);
    });
    return withoutNull(JSON.stringify({ salt, texts: kept }));
}

function sha256(text: string): string {
    return createHash('sha256').update(text).digest('hex');
}

/** PostgreSQL's texts have no such character. */
function withoutNull(json: string): string {
    return json.replaceAll('\\u0000', '');
}
