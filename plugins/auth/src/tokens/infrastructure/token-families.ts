import { Inject, Injectable } from '@nestjs/common';
import {
    AuthenticatedSession,
    ConfigService,
    type ID,
    Logger,
    type RequestContext,
    Session,
    TransactionalConnection,
} from '@vendure/core';
import { randomUUID } from 'node:crypto';
import type { Audience } from '../domain/audience';
import { judgeRefresh } from '../domain/refresh-outcome';
import { hashOf, TOKEN_SETTINGS, type TokenSettings } from '../tokens.options';
import { AccessTokens } from './access-tokens';
import { EfiAuthTokenFamily } from './entities/token-family.entity';
import { loggerContext } from './logger-context';
import { familyOfRefreshToken, makeRefreshToken } from './refresh-secrets';
import { TokenSessions } from './token-sessions';

/** What a client gets. Lives in seconds. */
export interface TokenPair {
    readonly accessToken: string;
    readonly expiresIn: number;
    readonly refreshToken: string;
    readonly refreshExpiresIn: number;
}

export type RefreshOutcome =
    { readonly kind: 'refreshed'; readonly tokens: TokenPair } | { readonly kind: 'overtaken' | 'refused' };

/** Families of tokens: one for each sign-in, with the session of Vendure that it lives and dies with. */
@Injectable()
export class TokenFamilies {
    constructor(
        private readonly connection: TransactionalConnection,
        private readonly config: ConfigService,
        private readonly accessTokens: AccessTokens,
        private readonly sessions: TokenSessions,
        @Inject(TOKEN_SETTINGS) private readonly settings: TokenSettings,
    ) {}

    /**
     * Begins a family for a session that was just made. The session gets the token that follows from the family, in
     * the place of the one that Vendure gave it, which nobody has seen.
     */
    async begin(ctx: RequestContext, session: AuthenticatedSession, audience: Audience): Promise<TokenPair> {
        const id = randomUUID();
        const refreshToken = makeRefreshToken(id, this.settings.secrets.refresh);
        await this.config.authOptions.sessionCacheStrategy.delete(session.token);
        await this.connection
            .getRepository(ctx, Session)
            .update({ id: session.id }, { token: this.sessions.tokenOf(id) });
        await this.connection.getRepository(ctx, EfiAuthTokenFamily).insert({
            id,
            sessionId: session.id,
            audience,
            currentHash: hashOf(refreshToken),
            previousHash: null,
            refreshedAt: new Date(),
        });
        return this.pair({ familyId: id, audience, userId: String(session.user.id) }, refreshToken);
    }

    /** Replaces a refresh token by the next one, or ends its family when it was used before. Needs a transaction. */
    async refresh(ctx: RequestContext, token: string, audience: Audience): Promise<RefreshOutcome> {
        const found = await this.lock(ctx, token, audience);
        if (!found) {
            return { kind: 'refused' };
        }
        const { family, userId } = found;
        const hash = hashOf(token);
        const now = new Date();
        switch (judgeRefresh(family, hash, now, this.settings.refreshLife)) {
            case 'good': {
                const next = makeRefreshToken(family.id, this.settings.secrets.refresh);
                await this.connection
                    .getRepository(ctx, EfiAuthTokenFamily)
                    .update(family.id, { currentHash: hashOf(next), previousHash: hash, refreshedAt: now });
                return {
                    kind: 'refreshed',
                    tokens: await this.pair({ familyId: family.id, audience, userId }, next),
                };
            }
            case 'overtaken':
                return { kind: 'overtaken' };
            case 'replayed':
                Logger.warn(
                    `A refresh token of user ${userId} was used a second time: its family ends`,
                    loggerContext,
                );
                await this.end(ctx, family);
                return { kind: 'refused' };
            case 'late':
                await this.end(ctx, family);
                return { kind: 'refused' };
        }
    }

    /** Ends the family of a refresh token of ours, good or not. Needs a transaction. */
    async revoke(ctx: RequestContext, token: string, audience: Audience): Promise<void> {
        const found = await this.lock(ctx, token, audience);
        if (found) {
            await this.end(ctx, found.family);
        }
    }

    /** Locks the session, as whatever else ends a family does first, and only then reads what is to be judged. */
    private async lock(
        ctx: RequestContext,
        token: string,
        audience: Audience,
    ): Promise<{ readonly family: EfiAuthTokenFamily; readonly userId: string } | undefined> {
        const id = familyOfRefreshToken(token, this.settings.secrets.refresh);
        const families = this.connection.getRepository(ctx, EfiAuthTokenFamily);
        const known = id && (await families.findOneBy({ id, audience }));
        if (!known) {
            return undefined;
        }
        const session = await this.connection
            .getRepository(ctx, AuthenticatedSession)
            .createQueryBuilder('session')
            .select('session.userId', 'userId')
            .where('session.id = :id AND NOT session.invalidated', { id: known.sessionId })
            .andWhere('session.expires > :now', { now: new Date() })
            .setLock('pessimistic_write')
            .getRawOne<{ userId: ID }>();
        const family = session && (await families.findOneBy({ id, audience }));
        return family ? { family, userId: String(session.userId) } : undefined;
    }

    private async end(ctx: RequestContext, family: EfiAuthTokenFamily): Promise<void> {
        await this.connection.getRepository(ctx, Session).delete(family.sessionId);
        await this.config.authOptions.sessionCacheStrategy.delete(this.sessions.tokenOf(family.id));
    }

    private async pair(
        claims: { readonly familyId: string; readonly audience: Audience; readonly userId: string },
        refreshToken: string,
    ): Promise<TokenPair> {
        return {
            accessToken: await this.accessTokens.sign(claims),
            expiresIn: Math.floor(this.settings.accessLife / 1_000),
            refreshToken,
            refreshExpiresIn: Math.floor(this.settings.refreshLife / 1_000),
        };
    }
}
