import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import {
    type ConsentCheck,
    consentLedger,
    type ConsentPurpose,
    requestConsent,
    setConsentCheck,
} from '@efi/plugin-kit';
import { type ID, RequestContext, TransactionalConnection } from '@vendure/core';
import type { EntityManager } from 'typeorm';
import { BehaviourConsent } from './entities/behaviour-consent.entity';

/**
 * Consent as the request declares it. To personalisation a customer who is signed in must have agreed on record as
 * well, so that a refusal on one device holds on all of them. Where a plugin keeps a ledger of consent for the whole
 * application, the record is there, and the table of this plugin stays empty.
 */
@Injectable()
export class ConsentRecords implements ConsentCheck, OnApplicationBootstrap {
    constructor(private readonly connection: TransactionalConnection) {}

    onApplicationBootstrap(): void {
        if (!this.ledger) {
            setConsentCheck(this.connection.rawConnection, this);
        }
    }

    async has(ctx: RequestContext, purpose: ConsentPurpose): Promise<boolean> {
        if (!requestConsent(ctx).has(purpose)) {
            return false;
        }
        return purpose !== 'personalisation' || !ctx.activeUserId || (await this.hasUser(ctx.activeUserId));
    }

    async consenting(customerIds: readonly ID[], purpose: ConsentPurpose): Promise<ReadonlySet<ID>> {
        if (purpose === 'necessary') {
            return new Set(customerIds);
        }
        if (purpose !== 'personalisation' || customerIds.length === 0) {
            return new Set();
        }
        const rows = await this.connection.rawConnection.query<{ customerId: ID }[]>(
            `SELECT "customerId" FROM efi_behaviour_consent
              WHERE personalisation AND "customerId" = ANY($1::int[])`,
            [customerIds],
        );
        const agreed = new Set(rows.map(row => String(row.customerId)));
        return new Set(customerIds.filter(id => agreed.has(String(id))));
    }

    /** The customer whose user this is, in whichever channel. */
    async customerOf(userId: ID): Promise<ID | undefined> {
        const [row] = await this.connection.rawConnection.query<{ id: ID }[]>(
            'SELECT id FROM customer WHERE "userId" = $1 AND "deletedAt" IS NULL',
            [userId],
        );
        return row?.id;
    }

    /**
     * Keeps what a customer decides.
     *
     * @param followed - Does what follows from it, in the same transaction. A ledger tells of it by its event instead.
     */
    async decide(
        ctx: RequestContext,
        customerId: ID,
        purposes: ReadonlySet<ConsentPurpose>,
        followed: (manager: EntityManager) => Promise<void>,
    ): Promise<void> {
        if (this.ledger) {
            const method = ctx.req?.headers['sec-gpc'] === '1' ? 'gpc' : 'banner';
            await this.ledger.decide(ctx, customerId, { purposes, method });
            return;
        }
        await this.connection.rawConnection.transaction(async manager => {
            await this.write(manager, customerId, purposes.has('personalisation'));
            await followed(manager);
        });
    }

    /** Nothing of the customer is linked from here on: their account is gone. */
    async forget(manager: EntityManager, customerId: ID): Promise<void> {
        await manager.query('DELETE FROM efi_behaviour_consent WHERE "customerId" = $1', [customerId]);
        await this.ledger?.decide(RequestContext.empty(), customerId, {
            purposes: new Set(['necessary']),
            method: 'account-closed',
        });
    }

    private get ledger() {
        return consentLedger(this.connection.rawConnection);
    }

    private async write(manager: EntityManager, customerId: ID, personalisation: boolean): Promise<void> {
        await manager.query(
            `INSERT INTO efi_behaviour_consent ("customerId", personalisation, "decidedAt")
             VALUES ($1, $2, now())
             ON CONFLICT ("customerId") DO UPDATE
                SET personalisation = EXCLUDED.personalisation, "decidedAt" = EXCLUDED."decidedAt"
              WHERE efi_behaviour_consent.personalisation <> EXCLUDED.personalisation`,
            [customerId, personalisation],
        );
    }

    /** What the customer agreed to before they signed in counts, unless they have decided otherwise already. */
    async agreeIfUndecided(tx: RequestContext, customerId: ID): Promise<void> {
        if (this.ledger) {
            await this.ledger.agreeIfUndecided(tx, customerId, 'personalisation');
            return;
        }
        await this.connection.getRepository(tx, BehaviourConsent).manager.query(
            `INSERT INTO efi_behaviour_consent ("customerId", personalisation, "decidedAt")
             VALUES ($1, true, now()) ON CONFLICT ("customerId") DO NOTHING`,
            [customerId],
        );
    }

    /**
     * Those who have agreed, and who can't revoke until the transaction ends: what it writes about them is seen by
     * the revocation that waits, and deleted.
     */
    async holdAgreed(manager: EntityManager, customerIds: readonly ID[]): Promise<ReadonlySet<string>> {
        if (this.ledger) {
            return this.ledger.holdAgreed(manager, customerIds, 'personalisation');
        }
        const rows = await manager.query<{ customerId: ID }[]>(
            `SELECT "customerId" FROM efi_behaviour_consent
              WHERE personalisation AND "customerId" = ANY($1::int[]) ORDER BY "customerId" FOR SHARE`,
            [customerIds],
        );
        return new Set(rows.map(row => String(row.customerId)));
    }

    private async hasUser(userId: ID): Promise<boolean> {
        const [row] = await this.connection.rawConnection.query<unknown[]>(
            `SELECT 1 FROM efi_behaviour_consent b JOIN customer c ON c.id = b."customerId"
              WHERE c."userId" = $1 AND c."deletedAt" IS NULL AND b.personalisation`,
            [userId],
        );
        return row !== undefined;
    }
}
