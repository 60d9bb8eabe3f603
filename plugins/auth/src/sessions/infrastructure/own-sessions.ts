import { Injectable } from '@nestjs/common';
import {
    AuthenticatedSession,
    ConfigService,
    type ID,
    idsAreEqual,
    type RequestContext,
    TransactionalConnection,
} from '@vendure/core';
import { In, MoreThan } from 'typeorm';
import { EfiAuthTokenFamily } from '../../tokens/infrastructure/entities/token-family.entity';
import type { Device } from './device-of';
import { EfiAuthSessionDetail } from './session-detail.entity';

/** A sign-in of an account that is still good. */
export interface OwnSession extends Device {
    readonly id: ID;
    readonly address: string | null;
    readonly createdAt: Date;
    readonly lastUsedAt: Date;
    /** Whether the request comes with it. */
    readonly isCurrent: boolean;
}

/** The sessions of the account that asks; those that tokens stand for are among them. */
@Injectable()
export class OwnSessions {
    constructor(
        private readonly connection: TransactionalConnection,
        private readonly config: ConfigService,
    ) {}

    /** Last used first. */
    async list(ctx: RequestContext): Promise<OwnSession[]> {
        const sessions = await this.alive(ctx);
        const sessionId = In(sessions.map(({ id }) => id));
        const [details, families] = await Promise.all([
            this.connection.getRepository(ctx, EfiAuthSessionDetail).findBy({ sessionId }),
            this.connection.getRepository(ctx, EfiAuthTokenFamily).findBy({ sessionId }),
        ]);
        const detailOf = new Map(details.map(detail => [detail.sessionId, detail]));
        const familyOf = new Map(families.map(family => [family.sessionId, family]));
        return sessions
            .map(({ id, createdAt, updatedAt }) => {
                const detail = detailOf.get(id);
                const used = [detail?.lastUsedAt ?? updatedAt, familyOf.get(id)?.refreshedAt ?? createdAt];
                return {
                    id,
                    browser: detail?.browser ?? null,
                    system: detail?.system ?? null,
                    kind: detail?.kind ?? 'OTHER',
                    address: detail?.address ?? null,
                    createdAt,
                    lastUsedAt: new Date(Math.max(...used.map(Number))),
                    isCurrent: isCurrent(ctx, id),
                };
            })
            .sort((one, other) => Number(other.lastUsedAt) - Number(one.lastUsedAt));
    }

    /**
     * Ends one session of the account.
     *
     * @returns false when it has no such session, or no longer.
     */
    async end(ctx: RequestContext, id: ID): Promise<boolean> {
        return this.remove(
            ctx,
            (await this.alive(ctx)).filter(session => idsAreEqual(session.id, id)),
        );
    }

    /**
     * Ends all of the account's sessions but the one that the request comes with.
     *
     * @returns false when there was no other.
     */
    async endOthers(ctx: RequestContext): Promise<boolean> {
        return this.remove(
            ctx,
            (await this.alive(ctx)).filter(({ id }) => !isCurrent(ctx, id)),
        );
    }

    private async alive(ctx: RequestContext): Promise<AuthenticatedSession[]> {
        return this.connection.getRepository(ctx, AuthenticatedSession).findBy({
            user: { id: ctx.activeUserId ?? NOBODY },
            invalidated: false,
            expires: MoreThan(new Date()),
        });
    }

    /** The tokens of a session go with its row. */
    private async remove(ctx: RequestContext, sessions: AuthenticatedSession[]): Promise<boolean> {
        if (sessions.length === 0) {
            return false;
        }
        await this.connection
            .getRepository(ctx, AuthenticatedSession)
            .delete(sessions.map(({ id }) => id) as number[]);
        for (const { token } of sessions) {
            await this.config.authOptions.sessionCacheStrategy.delete(token);
        }
        return true;
    }
}

/** TypeORM takes a condition without a value for none at all. */
const NOBODY = -1;

function isCurrent(ctx: RequestContext, id: ID): boolean {
    return ctx.session !== undefined && idsAreEqual(ctx.session.id, id);
}
