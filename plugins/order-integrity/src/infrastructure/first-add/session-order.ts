import { showsRightTo } from '@efi/plugin-kit';
import { Injectable } from '@nestjs/common';
import {
    type CachedSession,
    ConfigService,
    type ID,
    type RequestContext,
    Session,
    TransactionalConnection,
} from '@vendure/core';
import type { FindOptionsWhere } from 'typeorm';

/** Which order a session has in the database. The cached session that requests work with may be older. */
@Injectable()
export class SessionOrder {
    private readonly own = new WeakSet<CachedSession>();

    constructor(
        private readonly connection: TransactionalConnection,
        private readonly configService: ConfigService,
    ) {}

    /**
     * Keeps in mind that a request has just begun a session, whose token nobody else has before the answer.
     *
     * @returns A copy for this request alone: caches in the process hand out the same object to every request.
     */
    begin(session: CachedSession): CachedSession {
        const own = { ...session };
        this.own.add(own);
        return own;
    }

    /** Whether the session, as the request has it, was begun by the request itself. True once. */
    isOwn(session: CachedSession): boolean {
        return this.own.delete(session);
    }

    /** Brings the request's session, and the cache, up to date. */
    async refresh(ctx: RequestContext, session: CachedSession): Promise<void> {
        const row = await this.connection.getRepository(ctx, Session).findOne({
            where: { id: session.id },
            select: { id: true, activeOrderId: true },
            loadEagerRelations: false,
        });
        const activeOrderId = row?.activeOrderId ?? undefined;
        if (row && activeOrderId !== session.activeOrderId) {
            session.activeOrderId = activeOrderId;
            if (activeOrderId !== undefined) {
                showsRightTo(activeOrderId);
            }
            await this.configService.authOptions.sessionCacheStrategy.set(session);
        }
    }

    /**
     * Puts the order into the session, and into the cache. As with {@link unset}, the rest of the session stays as it
     * is, so nothing has to be read for the cache.
     *
     * @returns The session with the order, or `undefined` when there is no such session any more.
     */
    set(ctx: RequestContext, session: CachedSession, orderId: ID): Promise<CachedSession | undefined> {
        return this.write(ctx, session, { id: session.id }, orderId);
    }

    /**
     * Takes the order out of the session, and of the cache, unless the session has another one by now.
     *
     * @returns The session without the order, or `undefined` when it did not have it.
     */
    unset(ctx: RequestContext, session: CachedSession, orderId: ID): Promise<CachedSession | undefined> {
        return this.write(ctx, session, { id: session.id, activeOrderId: orderId }, undefined);
    }

    private async write(
        ctx: RequestContext,
        session: CachedSession,
        where: FindOptionsWhere<Session>,
        activeOrderId: ID | undefined,
    ): Promise<CachedSession | undefined> {
        const { affected } = await this.connection
            .getRepository(ctx, Session)
            .update(where, { activeOrder: activeOrderId === undefined ? null : { id: activeOrderId } });
        if (affected !== 1) {
            return undefined;
        }
        const written = { ...session, activeOrderId };
        await this.configService.authOptions.sessionCacheStrategy.set(written);
        return written;
    }
}
