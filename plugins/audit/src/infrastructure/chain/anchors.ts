import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Logger, TransactionalConnection } from '@vendure/core';
import type { KeyObject } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { AUDIT_OPTIONS, type AuditSettings } from '../../audit.options';
import { auditClasses } from '../../domain/audit-class';
import { loggerCtx } from '../logger-context';
import { TRAIL_LOCK } from '../schema/functions';
import {
    type AnchorContent,
    type DroppedMonth,
    hashOfPayload,
    signAnchor,
    type SignedAnchor,
} from './anchor';
import { publish, publishedThrough } from './anchor-file';
import { keyId, publicKeyOf, signingKey } from './anchor-key';

const HEAD = `SELECT seq::int8, encode(hash, 'hex') AS hash FROM efi_audit.link
               WHERE class = $1 ORDER BY linked_at DESC, seq DESC LIMIT 1`;

const LAST = 'SELECT number, payload FROM efi_audit.anchor ORDER BY number DESC LIMIT 1';

interface LastAnchor {
    readonly number: string;
    readonly payload: string;
}

/** Signs how far the chain has come, and publishes it. */
@Injectable()
export class Anchors implements OnModuleInit {
    private readonly key: KeyObject | undefined;
    private readonly keyName: string;

    constructor(
        @Inject(AUDIT_OPTIONS) private readonly options: AuditSettings,
        private readonly connection: TransactionalConnection,
    ) {
        this.key = options.secret === undefined ? undefined : signingKey(options.secret);
        this.keyName = this.key ? keyId(publicKeyOf(this.key)) : '';
    }

    onModuleInit(): void {
        if (this.key) {
            Logger.verbose(`Anchors are signed by ${publicKeyOf(this.key)} (${this.keyName})`, loggerCtx);
        }
    }

    /**
     * Signs the last link of each class, and what was dropped. Nothing when there is nothing new, no key, or another
     * process at it.
     *
     * @returns the number of the new anchor.
     */
    async sign(dropped: readonly DroppedMonth[] = []): Promise<number | undefined> {
        const { key } = this;
        if (!key) {
            return undefined;
        }
        const number = await this.connection.rawConnection.transaction(async manager => {
            await manager.query('SELECT pg_advisory_xact_lock($1)', [TRAIL_LOCK]);
            const content = await this.next(manager, dropped);
            if (content) {
                const { payload, signature } = signAnchor(content, key);
                await manager.query(
                    'INSERT INTO efi_audit.anchor (number, payload, signature) VALUES ($1, $2, $3)',
                    [content.number, payload, signature],
                );
            }
            return content?.number;
        });
        // It is signed and kept already; the next one brings what the file lacks.
        await this.publishNew().catch((error: unknown) =>
            Logger.error(`Anchors could not be written to the file: ${String(error)}`, loggerCtx),
        );
        return number;
    }

    private async next(
        manager: EntityManager,
        dropped: readonly DroppedMonth[],
    ): Promise<AnchorContent | undefined> {
        const [last] = await manager.query<LastAnchor[]>(LAST);
        const before = last ? (JSON.parse(last.payload) as AnchorContent) : undefined;
        const heads: Record<string, { seq: number; hash: string }> = { ...before?.heads };
        for (const name of auditClasses) {
            const [head] = await manager.query<{ seq: string; hash: string }[]>(HEAD, [name]);
            // A chain that has lost its end must not be signed for: the earlier anchor goes on to tell of it.
            if (head && Number(head.seq) >= (heads[name]?.seq ?? 0)) {
                heads[name] = { seq: Number(head.seq), hash: head.hash };
            }
        }
        if (dropped.length === 0 && JSON.stringify(heads) === JSON.stringify(before?.heads ?? {})) {
            return undefined;
        }
        return {
            number: Number(last?.number ?? 0) + 1,
            at: new Date().toISOString(),
            key: this.keyName,
            previous: last ? hashOfPayload(last.payload) : null,
            heads,
            dropped,
        };
    }

    /** Adds what the file does not have, also what another process signed or was killed before it published. */
    private async publishNew(): Promise<void> {
        const { anchorFile } = this.options;
        if (anchorFile === undefined) {
            return;
        }
        const through = await publishedThrough(anchorFile);
        const anchors = await this.connection.rawConnection.query<SignedAnchor[]>(
            'SELECT payload, signature FROM efi_audit.anchor WHERE number > $1 ORDER BY number',
            [through],
        );
        if (anchors.length > 0) {
            await publish(anchorFile, anchors);
        }
    }
}
