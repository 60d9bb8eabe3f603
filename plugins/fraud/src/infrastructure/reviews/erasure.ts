import { Injectable } from '@nestjs/common';
import { Customer, type ID, type RequestContext, TransactionalConnection } from '@vendure/core';
import { sameMailbox } from '../../domain/subject';
import { Pseudonyms } from '../pseudonyms';

/** Forgets people: those who ask for it, and all after a time. */
@Injectable()
export class Erasure {
    constructor(
        private readonly connection: TransactionalConnection,
        private readonly pseudonyms: Pseudonyms,
    ) {}

    /**
     * Cuts everything that is kept of a customer off from them: pseudonyms, orders and what they wrote. Figures stay,
     * without a way back. @returns How many decisions there were.
     */
    async erase(ctx: RequestContext, customerId: ID): Promise<number> {
        const { manager } = this.connection.getRepository(ctx, Customer);
        const customer = await this.connection.getEntityOrThrow(ctx, Customer, customerId);
        const [signal, listed] = [await this.pseudonyms.of('signals'), await this.pseudonyms.of('lists')];
        const email = sameMailbox(customer.emailAddress);
        const counted = [signal('customer', String(customer.id)), signal('email', email)];
        await manager.query('DELETE FROM efi_fraud_velocity WHERE key = ANY ($1)', [counted]);
        await manager.query('DELETE FROM efi_fraud_list_entry WHERE key = ANY ($1)', [
            [listed('customer', String(customer.id)), listed('email', email)],
        ]);
        const [erased] = await manager.query<[Array<{ id: number }>, number]>(
            `UPDATE efi_fraud_decision d
                SET "orderId" = 0, "orderCode" = '', keys = '{}', "customerKey" = NULL, "emailKey" = NULL,
                    "addressKey" = NULL, "deviceKey" = NULL, "cardKey" = NULL, "couponCodes" = '{}'
              WHERE "emailKey" = $2 OR "customerKey" = $3
                 OR "orderId" IN (SELECT o.id FROM "order" o WHERE o."customerId" = $1)
             RETURNING id`,
            [Number(customer.id), counted[1], counted[0]],
        );
        const ids = erased.map(({ id }) => id);
        await manager.query('DELETE FROM efi_fraud_note WHERE "decisionId" = ANY ($1)', [ids]);
        return ids.length;
    }

    /** What is older than it may be kept. @returns How many decisions that was. */
    async clean(keepDecisionsDays: number, rotateKeyDays: number): Promise<number> {
        const { rawConnection } = this.connection;
        const [, deleted] = await rawConnection.query<[unknown, number]>(
            `DELETE FROM efi_fraud_decision WHERE "createdAt" < now() - $1 * interval '1 day'
                AND "reviewState" IS DISTINCT FROM 'open'`,
            [keepDecisionsDays],
        );
        await rawConnection.query(
            `DELETE FROM efi_fraud_velocity WHERE "seenAt" < now() - interval '7 days'`,
        );
        await rawConnection.query('DELETE FROM efi_fraud_list_entry WHERE "expiresAt" < now()');
        await this.pseudonyms.rotate(rotateKeyDays);
        return deleted;
    }
}
