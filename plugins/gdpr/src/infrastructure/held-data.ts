import { auditTrail } from '@efi/plugin-kit';
import { Inject, Injectable } from '@nestjs/common';
import { type ID, type RequestContext, TransactionalConnection } from '@vendure/core';
import { randomBytes } from 'node:crypto';
import { type EntityManager, In } from 'typeorm';
import type { Person } from '../application/person';
import { Sealing } from '../encryption/sealing';
import { GDPR_OPTIONS, type ResolvedGdprOptions } from '../gdpr.options';
import { EfiGdprLegalHold } from './entities';
import { EfiGdprHeld } from './held-data.entity';
import { type PersonalPart, PersonalParts, type PersonalRow } from './personal-parts';
import { keyFor, keysFor, seal, unseal } from './sealing';

/** Why what is held was not opened. */
export type OpenRefusal = 'NO_SUCH_HOLD' | 'REASON_MISSING';

export interface OpenHeld {
    readonly holdId: ID;
    /** In words. */
    readonly because: string;
}

/** What a hold keeps, opened. */
export interface OpenedHold {
    readonly holdId: ID;
    readonly parts: readonly { readonly part: string; readonly rows: readonly PersonalRow[] }[];
}

/** What the keys of holds are sealed for. */
const USE = 'legal holds';

/** Those who were erased, and of whom keys are left to destroy: where a hold ended, and a process died at that. */
const LEFT_BEHIND = `
    SELECT DISTINCT r."customerId" AS id FROM efi_gdpr_request r
      JOIN efi_gdpr_spent_key k ON k.kind = 'customer' AND k."ownerId" = r."customerId"
     WHERE r.kind = 'ERASURE' AND r.state = 'COMPLETED'`;

/**
 * The one place where an erasure leaves something of a person: what legal holds keep, sealed under a key of each hold,
 * which is destroyed when its time ends. The rows themselves are erased as all others.
 */
@Injectable()
export class HeldData {
    constructor(
        private readonly connection: TransactionalConnection,
        private readonly parts: PersonalParts,
        private readonly sealing: Sealing,
        @Inject(GDPR_OPTIONS) private readonly options: ResolvedGdprOptions,
    ) {}

    /** Whether an erasure has put a part of a person's data here already: by now the rows are blank. */
    async has(manager: EntityManager, part: string, { customers }: Person): Promise<boolean> {
        const holds = await manager.findBy(EfiGdprLegalHold, { customerId: In([...customers]) });
        return manager.existsBy(EfiGdprHeld, { part, holdId: In(holds.map(({ id }) => id)) });
    }

    /**
     * Copies what an erasure is about to take, for each hold.
     *
     * @param manager - Of the transaction in which it is erased afterwards.
     */
    async keep(
        manager: EntityManager,
        holds: readonly EfiGdprLegalHold[],
        part: PersonalPart,
        person: Person,
    ): Promise<void> {
        const rows = Buffer.from(JSON.stringify(await this.parts.read(manager, part, person)));
        for (const { id } of holds) {
            const content = await seal(rows, await this.keyOf(manager, id));
            await manager
                .createQueryBuilder()
                .insert()
                .into(EfiGdprHeld)
                .values({ holdId: id, part: part.part, content })
                .orIgnore()
                .execute();
        }
    }

    /** For staff who say why. It is written down before anything is shown. */
    async open(ctx: RequestContext, { holdId, because }: OpenHeld): Promise<OpenedHold | OpenRefusal> {
        if (!because.trim()) {
            return 'REASON_MISSING';
        }
        const { manager } = this.connection.rawConnection;
        const hold = await manager.findOneBy(EfiGdprLegalHold, { id: Number(holdId) });
        if (!hold || hold.until <= new Date()) {
            return 'NO_SUCH_HOLD';
        }
        await auditTrail(this.connection.rawConnection).recordApart(ctx, {
            action: 'open-held-data',
            class: 'security',
            resource: { type: 'EfiPrivacyHold', id: hold.id },
            detail: { customerId: hold.customerId, because: because.trim() },
        });
        // Empty where the key was destroyed, and an older backup was restored since.
        const key = hold.sealedKey && (await unseal(hold.sealedKey, ...keysFor(this.options, USE)));
        const found = key
            ? await manager.find(EfiGdprHeld, { where: { holdId: hold.id }, order: { part: 'ASC' } })
            : [];
        const parts = found.map(async ({ part, content }) => ({
            part,
            rows: JSON.parse(
                Buffer.from(await unseal(content, key as Uint8Array)).toString(),
            ) as PersonalRow[],
        }));
        return { holdId, parts: await Promise.all(parts) };
    }

    /** Whose time is over: what they kept goes, and their keys. @returns how many holds that were. */
    async end(): Promise<number> {
        const { rawConnection } = this.connection;
        const ended = await rawConnection.transaction(async manager => {
            const over = await manager.query<{ id: number }[]>(
                `SELECT id FROM efi_gdpr_legal_hold WHERE until <= now() AND "sealedKey" IS NOT NULL
                    FOR UPDATE SKIP LOCKED`,
            );
            const holds = await manager.findBy(EfiGdprLegalHold, { id: In(over.map(({ id }) => id)) });
            for (const hold of holds) {
                await this.drop(manager, hold);
            }
            return holds.length;
        });
        for (const { id } of this.sealing.isOn
            ? await rawConnection.query<{ id: number }[]>(LEFT_BEHIND)
            : []) {
            await this.sealing.destroySpentKeys({ customers: [String(id)], users: [], strings: [] });
        }
        return ended;
    }

    /** Has go what a hold keeps. Its key is destroyed after the commit, by {@link end}. */
    async drop(manager: EntityManager, { id, customerId }: EfiGdprLegalHold): Promise<void> {
        const { affected } = await manager.delete(EfiGdprHeld, { holdId: id });
        await manager.update(EfiGdprLegalHold, { id }, { sealedKey: null });
        await manager.query(
            `UPDATE efi_gdpr_part p SET state = 'DONE', "doneAt" = now() FROM efi_gdpr_request r
              WHERE r.id = p."requestId" AND r."customerId" = $1 AND r.state = 'COMPLETED' AND p.state = 'HELD'
                AND NOT EXISTS (SELECT FROM efi_gdpr_held h JOIN efi_gdpr_legal_hold l ON l.id = h."holdId"
                                 WHERE l."customerId" = $1 AND h.part = p.part)`,
            [customerId],
        );
        if (affected) {
            await auditTrail(this.connection.rawConnection).recordIn(manager, {
                ...{ action: 'end-held-data', class: 'security', resource: { type: 'EfiPrivacyHold', id } },
                detail: { customerId, parts: affected },
            });
        }
    }

    private async keyOf(manager: EntityManager, id: number): Promise<Uint8Array> {
        const { sealedKey } = await manager.findOneOrFail(EfiGdprLegalHold, {
            where: { id },
            lock: { mode: 'pessimistic_write' },
        });
        if (sealedKey) {
            return unseal(sealedKey, ...keysFor(this.options, USE));
        }
        const key = randomBytes(32);
        await manager.update(
            EfiGdprLegalHold,
            { id },
            { sealedKey: await seal(key, keyFor(this.options.secret, USE)) },
        );
        return key;
    }
}
