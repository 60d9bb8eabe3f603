import { Inject, Injectable } from '@nestjs/common';
import { TransactionalConnection } from '@vendure/core';
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { EntityManager } from 'typeorm';
import { AUDIT_OPTIONS, type AuditSettings } from '../../audit.options';
import { auditClasses, type AuditClass, retentionMonths } from '../../domain/audit-class';
import { lastOf, segmentName } from '../../domain/segment';
import type { WriteOnceStore } from './write-once-store.port';

/** So that one process keeps at a time. The number is arbitrary and never changes. */
const KEEP_LOCK = 3_716_214_459;

/** Links of one object. */
const MOST = 20_000;

/** Of one run, so that the first one after years does not go on for hours. */
const MOST_OBJECTS = 50;

/** Network address, program and whatever names people are left out: what can't be changed can't be erased either. */
const LINKS = `
    SELECT l.seq::text, l.linked_at AS "linkedAt", l.entry_id::text AS id, l.entry_at AS at,
           encode(l.entry_hash, 'hex') AS "entryHash", encode(l.hash, 'hex') AS hash,
           e.user_id AS "userId", e.actor_kind AS "actorKind", e.request_id AS "requestId", e.action, e.status,
           e.resource_type AS "resourceType", e.resource_id AS "resourceId"
      FROM (SELECT * FROM efi_audit.link WHERE class = $1 AND seq > $2 ORDER BY linked_at, seq LIMIT ${MOST}) l
      LEFT JOIN efi_audit.entry e ON e.class = $1 AND e.at = l.entry_at AND e.id = l.entry_id
     ORDER BY l.seq`;

const ANCHORS = `SELECT number::text AS seq, at, payload, signature FROM efi_audit.anchor
     WHERE number > $1 ORDER BY number LIMIT ${MOST}`;

interface Line {
    readonly seq: string;
    readonly at: Date;
}

/**
 * Puts what is linked, and the anchors, into a store that nobody can change anything in: object by object, each read
 * back and compared. What is there already, the store's own names tell.
 */
@Injectable()
export class KeepSegments {
    constructor(
        @Inject(AUDIT_OPTIONS) private readonly options: AuditSettings,
        private readonly connection: TransactionalConnection,
    ) {}

    /** @returns the names of the new objects; nothing without a store, or while another process is at it. */
    async run(): Promise<string[]> {
        const { writeOnce: store } = this.options;
        if (!store) {
            return [];
        }
        return this.connection.rawConnection.transaction(async manager => {
            const [lock] = await manager.query<{ held: boolean }[]>(
                `SELECT pg_try_advisory_xact_lock(${KEEP_LOCK}) AS held`,
            );
            const kept: string[] = [];
            for (const kind of lock?.held ? ([...auditClasses, 'anchors'] as const) : []) {
                kept.push(...(await keepNew(manager, store, kind)));
            }
            return kept;
        });
    }
}

async function keepNew(
    manager: EntityManager,
    store: WriteOnceStore,
    kind: AuditClass | 'anchors',
): Promise<string[]> {
    const kept: string[] = [];
    let through = lastOf(await store.list(`${kind}/`));
    while (kept.length < MOST_OBJECTS) {
        const lines =
            kind === 'anchors'
                ? await manager.query<Line[]>(ANCHORS, [through])
                : await manager.query<Line[]>(LINKS, [kind, through]);
        const [first, last] = [lines[0], lines.at(-1)];
        if (!first || !last) {
            break;
        }
        const name = segmentName(kind, Number(first.seq), Number(last.seq));
        const body = await promisify(gzip)(lines.map(line => `${JSON.stringify(line)}\n`).join(''));
        await keepOne(store, name, body, lockedUntil(kind, last.at));
        kept.push(name);
        through = Number(last.seq);
    }
    return kept;
}

/** @throws when it is not there afterwards as it was given, locked for as long. */
async function keepOne(store: WriteOnceStore, name: string, body: Buffer, until: Date): Promise<void> {
    await store.put(name, body, until);
    const back = await store.read(name);
    if (!back || sha256(back.body) !== sha256(body)) {
        throw new Error(`${name} was not kept as it was given`);
    }
    // S3 keeps whole seconds.
    if (!back.lockedUntil || back.lockedUntil.getTime() < until.getTime() - 1000) {
        throw new Error(`${name} is not locked: the bucket needs object lock`);
    }
}

/** As long as the trail keeps the last of it; anchors as long as the longest. */
function lockedUntil(kind: AuditClass | 'anchors', last: Date): Date {
    const months = kind === 'anchors' ? Math.max(...Object.values(retentionMonths)) : retentionMonths[kind];
    return new Date(Date.UTC(last.getUTCFullYear(), last.getUTCMonth() + months + 1, 1));
}

function sha256(body: Buffer): string {
    return createHash('sha256').update(body).digest('hex');
}
