import { Injectable } from '@nestjs/common';
import {
    AdministratorService,
    AuthService,
    isGraphQlErrorResult,
    NATIVE_AUTH_STRATEGY_NAME,
    type RequestContext,
} from '@vendure/core';
import { TOO_MANY_ATTEMPTS } from '../../lock-out/limited-native-strategy';
import type { Audience } from '../domain/audience';
import { TokenFamilies, type TokenPair } from './token-families';

export type SignInOutcome =
    | { readonly kind: 'signed-in'; readonly tokens: TokenPair }
    | { readonly kind: 'wrong' }
    | { readonly kind: 'too-many' }
    | { readonly kind: 'refused'; readonly reason: string };

/** Signs in as the login of GraphQL does, with whatever stands guard there, and hands out tokens. */
@Injectable()
export class SignIn {
    constructor(
        private readonly auth: AuthService,
        private readonly administrators: AdministratorService,
        private readonly families: TokenFamilies,
    ) {}

    /** @param ctx - Of the API of the audience, in a transaction. */
    async withPassword(
        ctx: RequestContext,
        audience: Audience,
        { username, password }: { readonly username: string; readonly password: string },
    ): Promise<SignInOutcome> {
        const session = await this.auth.authenticate(ctx, audience, NATIVE_AUTH_STRATEGY_NAME, {
            username,
            password,
        });
        if (isGraphQlErrorResult(session)) {
            return refusal(session);
        }
        const isStaff = await this.administrators.findOneByUserId(ctx, session.user.id);
        if (audience === 'admin' && !isStaff) {
            return { kind: 'wrong' };
        }
        return { kind: 'signed-in', tokens: await this.families.begin(ctx, session, audience) };
    }
}

function refusal({ errorCode, ...error }: { readonly errorCode: unknown }): SignInOutcome {
    if (errorCode !== 'INVALID_CREDENTIALS_ERROR') {
        return { kind: 'refused', reason: String(errorCode) };
    }
    const isLocked = 'authenticationError' in error && error.authenticationError === TOO_MANY_ATTEMPTS;
    return { kind: isLocked ? 'too-many' : 'wrong' };
}
