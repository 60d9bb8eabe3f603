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
export interface AccountSession extends Device {
    readonly id: ID;
    readonly address: string | null;
    readonly createdAt: Date;
    readonly lastUsedAt: Date;
    /** Whether the request comes with it. */
    readonly isCurrent: boolean;
}

/** The sessions of an account; those that tokens stand for are among them. Without an account there are none. */
@Injectable()
export class AccountSessions {
    constructor(
        private readonly connection: TransactionalConnection,
        private readonly config: ConfigService,
    ) {}

    /** Last used first. */
    async list(ctx: RequestContext, userId: ID | undefined): Promise<AccountSession[]> {
        const sessions = await this.alive(ctx, userId);
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
     * Ends those of the account's sessions that are meant.
     *
     * @returns false when there was none.
     */
    async end(ctx: RequestContext, userId: ID | undefined, isMeant: Choice): Promise<boolean> {
        const sessions = (await this.alive(ctx, userId)).filter(({ id }) =>
            isMeant({ id, isCurrent: isCurrent(ctx, id) }),
        );
        if (sessions.length === 0) {
            return false;
        }
        // The tokens of a session go with its row.
        await this.connection
            .getRepository(ctx, AuthenticatedSession)
            .delete(sessions.map(({ id }) => id) as number[]);
        for (const { token } of sessions) {
            await this.config.authOptions.sessionCacheStrategy.delete(token);
        }
        return true;
    }

    private async alive(ctx: RequestContext, userId: ID | undefined): Promise<AuthenticatedSession[]> {
        return this.connection.getRepository(ctx, AuthenticatedSession).findBy({
            user: { id: userId ?? NOBODY },
            invalidated: false,
            expires: MoreThan(new Date()),
        });
    }
}

type Choice = (session: Pick<AccountSession, 'id' | 'isCurrent'>) => boolean;

/** TypeORM takes a condition without a value for none at all. */
const NOBODY = -1;

function isCurrent(ctx: RequestContext, id: ID): boolean {
    return ctx.session !== undefined && idsAreEqual(ctx.session.id, id);
}
