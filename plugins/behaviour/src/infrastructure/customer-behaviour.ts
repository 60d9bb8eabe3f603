import { Injectable } from '@nestjs/common';
import { type ConsentPurpose, requestConsent } from '@efi/plugin-kit';
import { type ID, Logger, type RequestContext, TransactionalConnection } from '@vendure/core';
import type { EntityManager } from 'typeorm';
import { ConsentRecords } from './consent-records';
import { BehaviourEventRow } from './entities/behaviour-event.entity';
import { ActRecorder } from './events/act-recorder';
import { visitOf } from './visit';
import { VisitPseudonyms } from './visit-pseudonyms';

/** What is known about a person: linked with consent, gone without, given out and erased on request. */
@Injectable()
export class CustomerBehaviour {
    constructor(
        private readonly connection: TransactionalConnection,
        private readonly consent: ConsentRecords,
        private readonly pseudonyms: VisitPseudonyms,
        private readonly recorder: ActRecorder,
    ) {}

    /**
     * Keeps what the person behind the request decides now. Without `analytics` the events of this visit are deleted;
     * without `personalisation`, for a customer who is signed in, all events that were linked to them.
     */
    async decide(ctx: RequestContext, purposes: ReadonlySet<ConsentPurpose>): Promise<void> {
        await this.declared(ctx, purposes);
        const customerId = ctx.activeUserId && (await this.consent.customerOf(ctx.activeUserId));
        if (customerId) {
            await this.consent.decide(ctx, customerId, purposes, manager =>
                this.changed(manager, customerId, purposes),
            );
        }
    }

    /** What this browser agrees to from now on: without `analytics` the events of its visit are deleted. */
    async declared(ctx: RequestContext, purposes: ReadonlySet<ConsentPurpose>): Promise<void> {
        await this.recorder.settle();
        if (!purposes.has('analytics')) {
            await this.forgetVisit(ctx);
        }
    }

    /**
     * What a customer agrees to from now on: without `personalisation` all events that were linked to them are deleted.
     *
     * @param manager - Of the transaction that keeps the decision. It waits for nobody who waits for it: what is being
     * written meanwhile sees the decision.
     */
    async changed(
        manager: EntityManager,
        customerId: ID,
        purposes: ReadonlySet<ConsentPurpose>,
    ): Promise<void> {
        if (!purposes.has('personalisation')) {
            await manager.delete(BehaviourEventRow, { customerId });
        }
    }

    /** Links what the visit did before to the customer who signed in, if they agree to it. */
    async joinVisit(ctx: RequestContext, userId: ID): Promise<void> {
        const visit = visitOf(ctx);
        if (!requestConsent(ctx).has('personalisation')) {
            return;
        }
        await this.recorder.settle();
        const customerId = await this.consent.customerOf(userId);
        if (customerId === undefined) {
            return;
        }
        const sessions = visit === undefined ? [] : await this.pseudonyms.allOf(visit);
        await this.connection.withTransaction(ctx, async tx => {
            const { manager } = this.connection.getRepository(tx, BehaviourEventRow);
            await this.consent.agreeIfUndecided(tx, customerId);
            const agreed = await this.consent.holdAgreed(manager, [customerId]);
            if (agreed.has(String(customerId))) {
                await manager.query(
                    `UPDATE efi_behaviour_event SET "customerId" = $1
                      WHERE session = ANY($2::varchar[]) AND "customerId" IS NULL`,
                    [customerId, sessions],
                );
            }
        });
    }

    /** Everything that is linked to a customer, the oldest first. */
    exportCustomer(customerId: ID): Promise<BehaviourEventRow[]> {
        return this.connection.rawConnection
            .getRepository(BehaviourEventRow)
            .find({ where: { customerId }, order: { id: 'ASC' } });
    }

    /**
     * Deletes everything that is linked to a customer, their decision included: without it nothing is linked again.
     *
     * @returns How many events were deleted.
     */
    async eraseCustomer(customerId: ID): Promise<number> {
        return this.connection.rawConnection.transaction(async manager => {
            await this.consent.forget(manager, customerId);
            const { affected } = await manager.delete(BehaviourEventRow, { customerId });
            return affected ?? 0;
        });
    }

    joinVisitInBackground(ctx: RequestContext, userId: ID): void {
        this.joinVisit(ctx, userId).catch(logFailure('A visit could not be joined'));
    }

    eraseInBackground(customerId: ID): void {
        this.eraseCustomer(customerId).catch(logFailure(`Events of customer ${customerId} were not erased`));
    }

    private async forgetVisit(ctx: RequestContext): Promise<void> {
        const visit = visitOf(ctx);
        if (visit !== undefined) {
            await this.connection.rawConnection.query(
                'DELETE FROM efi_behaviour_event WHERE session = ANY($1::varchar[])',
                [await this.pseudonyms.allOf(visit)],
            );
        }
    }
}

function logFailure(what: string): (error: unknown) => void {
    return error => Logger.error(`${what}: ${String(error)}`, 'BehaviourPlugin');
}
