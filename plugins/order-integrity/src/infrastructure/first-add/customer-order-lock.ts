import { queryPrepared } from '@efi/plugin-kit';
import { Injectable } from '@nestjs/common';
import { type ID, type RequestContext, TransactionalConnection, User } from '@vendure/core';

/**
 * Keeps a user, or a session without one, from getting two active orders at once. While the first order does not
 * exist yet there is no row to lock, so this is an advisory lock, until the end of the transaction.
 *
 * Always taken before the lock of an order, never after it.
 */
@Injectable()
export class CustomerOrderLock {
    constructor(private readonly connection: TransactionalConnection) {}

    ofUser(ctx: RequestContext, userId: ID): Promise<void> {
        return this.take(ctx, `user:${userId}`);
    }

    ofSession(ctx: RequestContext, sessionId: ID): Promise<void> {
        return this.take(ctx, `session:${sessionId}`);
    }

    private async take(ctx: RequestContext, name: string): Promise<void> {
        const { manager } = this.connection.getRepository(ctx, User);
        await queryPrepared(manager, 'SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
            `efi-first-order:${name}`,
        ]);
    }
}
