import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { type CachedSession, SessionService } from '@vendure/core';
import type { Request } from 'express';
import type { JWK } from 'jose';
import { readSession } from '../../../infrastructure/request-sessions';
import type { Audience } from '../../domain/audience';
import { AccessTokens } from '../access-tokens';
import { SigningKeys } from '../signing-keys';
import { TokenSessions } from '../token-sessions';

/** By Express application: middleware knows no more of the application that it runs in. */
const gates = new WeakMap<object, TokenGate>();

/** What the middleware asks, before Vendure sees a request. */
@Injectable()
export class TokenGate implements OnApplicationBootstrap {
    constructor(
        private readonly adapter: HttpAdapterHost,
        private readonly keys: SigningKeys,
        private readonly tokens: AccessTokens,
        private readonly sessions: TokenSessions,
        private readonly vendureSessions: SessionService,
    ) {}

    /** A worker has no requests, and no adapter for them. */
    onApplicationBootstrap(): void {
        const adapter = this.adapter.httpAdapter as HttpAdapterHost['httpAdapter'] | undefined;
        const application = adapter?.getInstance<object | undefined>();
        if (application) {
            gates.set(application, this);
        }
    }

    /**
     * @returns the session that the access token stands for; nothing when it stands for none.
     * @throws when PostgreSQL can't be asked.
     */
    async sessionOf(accessToken: string, audiences: readonly Audience[]): Promise<CachedSession | undefined> {
        const claims = await this.tokens.verify(accessToken, audiences);
        if (!claims) {
            return undefined;
        }
        const sessionToken = this.sessions.tokenOf(claims.familyId);
        const { session, wasCached } = await readSession(() =>
            this.vendureSessions.getSessionFromToken(sessionToken),
        );
        return wasCached && !(await this.sessions.isAlive(sessionToken)) ? undefined : session;
    }

    publishedKeys(): Promise<{ readonly keys: readonly JWK[] }> {
        return this.keys.published();
    }
}

export function gateOf(request: Request): TokenGate | undefined {
    return gates.get(request.app);
}
