import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import {
    auditTrail,
    ConsentChangedEvent,
    type ConsentCheck,
    type ConsentDecision,
    type ConsentLedger,
    type ConsentPurpose,
    consentPurposes,
    queryPrepared,
    requestConsent,
    setConsentCheck,
    setConsentLedger,
} from '@efi/plugin-kit';
import { EventBus, type ID, type RequestContext, TransactionalConnection } from '@vendure/core';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { isOnRecordOnly, isRestricted } from '../../application/consent-rules';
import { GDPR_OPTIONS, type ResolvedGdprOptions } from '../../gdpr.options';
import { Certificates } from '../certificates';
import { EfiGdprConsent } from './entities';

/** The first half of the advisory locks under which a customer's decisions are written; the other is the customer. */
const LOCK = 0x6566_6763;

/** What is kept of a decision beside what it says. */
export interface DecisionDetails {
    /** Of the texts that were asked with. @default the newest */
    readonly textVersion?: number;
    /** The user id of the member of staff who wrote it down. */
    readonly recordedBy?: string;
    readonly because?: string;
}

const REFUSABLE = consentPurposes.filter(purpose => purpose !== 'necessary');

const IN_FORCE = `
    SELECT g.agreed, ${isRestricted('c.id')} AS "isRestricted" FROM customer c
      LEFT JOIN efi_gdpr_consent g ON g."customerId" = c.id AND g.purpose = $2 AND g."endedAt" IS NULL
     WHERE c."userId" = $1 AND c."deletedAt" IS NULL`;

const AGREEING = `
    SELECT c.id AS "customerId" FROM customer c JOIN efi_gdpr_consent g ON g."customerId" = c.id
     WHERE c."userId" = $1 AND c."deletedAt" IS NULL AND g.agreed AND g."endedAt" IS NULL LIMIT 1`;

/** The one place where consent is written down. The newest decision holds, and all before it are kept. */
@Injectable()
export class GdprConsentLedger implements ConsentLedger, ConsentCheck, OnModuleInit {
    constructor(
        private readonly connection: TransactionalConnection,
        private readonly events: EventBus,
        private readonly certificates: Certificates,
        @Inject(GDPR_OPTIONS) private readonly options: ResolvedGdprOptions,
    ) {}

    onModuleInit(): void {
        setConsentLedger(this.connection.rawConnection, this);
        setConsentCheck(this.connection.rawConnection, this);
    }

    async has(ctx: RequestContext, purpose: ConsentPurpose): Promise<boolean> {
        if (!requestConsent(ctx).has(purpose)) {
            return false;
        }
        if (purpose === 'necessary' || !ctx.activeUserId) {
            return true;
        }
        const { manager } = this.connection.rawConnection;
        const [decided] = await queryPrepared<{ agreed: boolean | null; isRestricted: boolean }>(
            manager,
            IN_FORCE,
            [ctx.activeUserId, purpose],
        );
        return !decided?.isRestricted && (decided?.agreed ?? !isOnRecordOnly(purpose));
    }

    async consenting(customerIds: readonly ID[], purpose: ConsentPurpose): Promise<ReadonlySet<ID>> {
        if (purpose === 'necessary' || customerIds.length === 0) {
            return new Set(customerIds);
        }
        const agreed = await this.agreed(this.connection.rawConnection.manager, customerIds, purpose, '');
        return new Set(customerIds.filter(id => agreed.has(String(id))));
    }

    holdAgreed(
        manager: EntityManager,
        customerIds: readonly ID[],
        purpose: ConsentPurpose,
    ): Promise<ReadonlySet<string>> {
        return this.agreed(manager, customerIds, purpose, 'FOR SHARE');
    }

    async agreeIfUndecided(ctx: RequestContext, customerId: ID, purpose: ConsentPurpose): Promise<void> {
        const { manager } = this.connection.getRepository(ctx, EfiGdprConsent);
        const textVersion = await this.newestTexts(manager);
        const at = new Date();
        const decision = { purposes: new Set([purpose]), method: 'sign-in' as const };
        const receipt = await this.receipt(decision, textVersion, at);
        // Who decides at the same moment is not in the way, and their decision holds.
        await manager.query('SELECT pg_advisory_xact_lock($1, $2)', [LOCK, customerId]);
        const added = await manager.query<unknown[]>(
            `INSERT INTO efi_gdpr_consent ("customerId", purpose, agreed, at, method, "textVersion", receipt)
             VALUES ($1, $2, true, $3, 'sign-in', $4, $5)
             ON CONFLICT ("customerId", purpose) WHERE "endedAt" IS NULL DO NOTHING RETURNING 1`,
            [customerId, purpose, at, textVersion, receipt],
        );
        if (added.length) {
            // An event tells all that is agreed to, beside what is news.
            const inForce = await manager.query<{ purpose: ConsentPurpose }[]>(
                `SELECT purpose FROM efi_gdpr_consent WHERE "customerId" = $1 AND agreed AND "endedAt" IS NULL`,
                [customerId],
            );
            const purposes = new Set(inForce.map(decided => decided.purpose));
            await this.tell(ctx, customerId, { ...decision, purposes }, { textVersion });
        }
    }

    /**
     * Has a signal that came with a request hold for what no request asks for: who is signed in refuses everything on
     * record. Nothing when they have already.
     */
    async refuseBySignal(ctx: RequestContext): Promise<void> {
        const { manager } = this.connection.rawConnection;
        const [agreeing] = await queryPrepared<{ customerId: ID }>(manager, AGREEING, [ctx.activeUserId]);
        if (agreeing) {
            await this.decide(ctx, agreeing.customerId, { purposes: new Set(), method: 'gpc' });
        }
    }

    async decide(
        ctx: RequestContext,
        customerId: ID,
        decision: ConsentDecision,
        details: DecisionDetails = {},
    ): Promise<void> {
        const { manager } = this.connection.rawConnection;
        const textVersion = details.textVersion ?? (await this.newestTexts(manager));
        const at = new Date();
        const receipt = await this.receipt(decision, textVersion, at);
        await this.connection.withTransaction(ctx, async tx => {
            const row = { customerId, at, textVersion, receipt, ...details, method: decision.method };
            if (!(await this.write(tx, row, decision.purposes))) {
                return;
            }
            await this.tell(tx, customerId, decision, { ...details, textVersion });
        });
    }

    /** What proves a decision: a JWS of what was decided, how and when, that names nobody. */
    receipt({ purposes, method }: ConsentDecision, textVersion: number, at: Date): Promise<string> {
        const claims = {
            purposes: REFUSABLE.filter(purpose => purposes.has(purpose)),
            method,
            textVersion,
            at,
        };
        return this.certificates.sign(
            { iss: this.options.issuer, jti: randomUUID(), ...claims },
            'consent+jws',
        );
    }

    /** @returns the version of the texts that people are asked with now; 0 when there are none. */
    async newestTexts(manager: EntityManager): Promise<number> {
        const [row] = await manager.query<{ version: number }[]>(
            'SELECT coalesce(max(version), 0) AS version FROM efi_gdpr_consent_text',
        );
        return row?.version ?? 0;
    }

    /** Other plugins and the audit trail, in the transaction that keeps the decision. */
    private async tell(
        tx: RequestContext,
        customerId: ID,
        decision: ConsentDecision,
        { because, textVersion }: DecisionDetails,
    ): Promise<void> {
        await this.events.publish(new ConsentChangedEvent(tx, customerId, decision));
        await auditTrail(this.connection.rawConnection).record(tx, {
            action: 'decideConsent',
            class: 'security',
            resource: { type: 'Customer', id: customerId },
            after: { purposes: [...decision.purposes], method: decision.method, textVersion },
            ...(because && { detail: { because } }),
        });
    }

    /** @returns whether anything is another than before. */
    private async write(
        tx: RequestContext,
        row: Pick<EfiGdprConsent, 'customerId' | 'at' | 'textVersion' | 'receipt' | 'method'> &
            DecisionDetails,
        purposes: ReadonlySet<ConsentPurpose>,
    ): Promise<boolean> {
        const { manager } = this.connection.getRepository(tx, EfiGdprConsent);
        await manager.query('SELECT pg_advisory_xact_lock($1, $2)', [LOCK, row.customerId]);
        const inForce = await manager.query<Pick<EfiGdprConsent, 'purpose' | 'agreed' | 'textVersion'>[]>(
            'SELECT purpose, agreed, "textVersion" FROM efi_gdpr_consent WHERE "customerId" = $1 AND "endedAt" IS NULL',
            [row.customerId],
        );
        const changed = REFUSABLE.filter(purpose => {
            const before = inForce.find(decided => decided.purpose === purpose);
            return before?.agreed !== purposes.has(purpose) || before.textVersion !== row.textVersion;
        });
        if (changed.length === 0) {
            return false;
        }
        await manager.query(
            `UPDATE efi_gdpr_consent SET "endedAt" = $3
              WHERE "customerId" = $1 AND purpose = ANY($2::varchar[]) AND "endedAt" IS NULL`,
            [row.customerId, changed, row.at],
        );
        await manager.insert(
            EfiGdprConsent,
            changed.map(purpose => ({ ...row, purpose, agreed: purposes.has(purpose) })),
        );
        return true;
    }

    private async agreed(
        manager: EntityManager,
        customerIds: readonly ID[],
        purpose: ConsentPurpose,
        lock: '' | 'FOR SHARE',
    ): Promise<ReadonlySet<string>> {
        const rows = await manager.query<{ customerId: ID }[]>(
            `SELECT "customerId" FROM efi_gdpr_consent
              WHERE agreed AND purpose = $2 AND "endedAt" IS NULL AND "customerId" = ANY($1::int[])
                AND NOT ${isRestricted('"customerId"')}
              ORDER BY "customerId" ${lock}`,
            [customerIds, purpose],
        );
        return new Set(rows.map(row => String(row.customerId)));
    }
}
