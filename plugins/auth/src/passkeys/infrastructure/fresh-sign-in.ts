import { Injectable } from '@nestjs/common';
import {
    AuthService,
    AuthenticatedSession,
    type ID,
    isGraphQlErrorResult,
    type RequestContext,
    TransactionalConnection,
} from '@vendure/core';
import { MoreThan } from 'typeorm';
import { Proofs } from '../../second-factor/infrastructure/proofs';
import { PasskeyError } from '../passkey.error';

const FRESH_FOR = 15 * 60_000;

/** A passkey outlives the session that made it: whoever finds a browser signed in should not be able to make one. */
@Injectable()
export class FreshSignIn {
    constructor(
        private readonly connection: TransactionalConnection,
        private readonly auth: AuthService,
        private readonly proofs: Proofs,
    ) {}

    /**
     * @param password - Needed when the session began a while ago, and showed no second factor since.
     * @throws PasskeyError when it is needed and missing or wrong.
     */
    async assert(ctx: RequestContext, userId: ID, password: string | undefined): Promise<void> {
        if (password) {
            if (isGraphQlErrorResult(await this.auth.verifyUserPassword(ctx, userId, password))) {
                throw new PasskeyError('PASSKEY_PASSWORD');
            }
        } else if (!(await this.isFresh(ctx))) {
            throw new PasskeyError('PASSKEY_STALE');
        }
    }

    private async isFresh(ctx: RequestContext): Promise<boolean> {
        if (!ctx.session) {
            return false;
        }
        const began = { id: ctx.session.id, createdAt: MoreThan(new Date(Date.now() - FRESH_FOR)) };
        return (
            (await this.connection.getRepository(ctx, AuthenticatedSession).existsBy(began)) ||
            this.proofs.isFresh(ctx)
        );
    }
}
