import { auditTrail } from '@efi/plugin-kit';
import { Inject, Injectable } from '@nestjs/common';
import {
    AuthService,
    isGraphQlErrorResult,
    Logger,
    RequestContext,
    TransactionalConnection,
} from '@vendure/core';
import type { Request } from 'express';
import { TokenFamilies, type TokenPair } from '../../tokens/infrastructure/token-families';
import { SecondFactorError } from '../../second-factor/second-factor.error';
import { SecondFactors } from '../../second-factor/infrastructure/second-factors';
import { StrongSignIns } from '../../second-factor/infrastructure/strong-sign-ins';
import { returnAddress } from '../domain/return-address';
import { showedSecondFactor } from '../domain/second-factor-claims';
import { OIDC_SETTINGS, type OidcProviderOptions, type OidcSettings } from '../oidc.options';
import { LinkedAccounts, type Refusal } from './linked-accounts';
import { type BegunSignIn, OidcClients, type ProvenIdentity } from './oidc-clients';
import { strategyOf } from './oidc-sign-out';
import { type PendingSignIn, pendingOf } from './pending-sign-in';
import { SignInCodes } from './sign-in-codes';

export type FinishedSignIn =
    | { readonly kind: 'signed-in'; readonly tokens: TokenPair; readonly returnTo: string }
    /** For the page that began, which gets the session for it. */
    | { readonly kind: 'code'; readonly code: string; readonly returnTo: string }
    | {
          readonly kind: 'failed';
          readonly reason: Refusal | 'denied' | 'not-allowed' | 'second-factor';
          readonly returnTo: string;
      }
    /** This browser has begun nothing, or too long ago: nobody knows where it wants to go. */
    | { readonly kind: 'unknown' };

export interface StartedSignIn extends BegunSignIn {
    readonly returnTo: string;
}

const loggerContext = 'AuthOidc';

/** An account that may not sign in, such as one whose owner has not verified it: nothing is to be linked to it. */
class RefusedByVendure extends Error {}

/** From a click on a provider's button to the tokens of an account. */
@Injectable()
export class OidcSignIn {
    constructor(
        private readonly clients: OidcClients,
        private readonly accounts: LinkedAccounts,
        private readonly auth: AuthService,
        private readonly families: TokenFamilies,
        private readonly strong: StrongSignIns,
        private readonly factors: SecondFactors,
        private readonly codes: SignInCodes,
        private readonly connection: TransactionalConnection,
        @Inject(OIDC_SETTINGS) readonly settings: OidcSettings | undefined,
    ) {}

    /** @returns why not: there is no such provider, the browser must not go there, or the provider is away. */
    async start(
        providerId: string,
        returnTo: string | undefined,
    ): Promise<StartedSignIn | 'no-provider' | 'wrong-return' | 'unavailable'> {
        const provider = this.clients.provider(providerId);
        if (!provider || !this.settings) {
            return 'no-provider';
        }
        const address = returnAddress(returnTo, this.settings.returnOrigins);
        if (address === undefined) {
            return 'wrong-return';
        }
        try {
            return { ...(await this.clients.begin(provider)), returnTo: address };
        } catch (error) {
            Logger.error(`The provider "${providerId}" can't be asked: ${String(error)}`, loggerContext);
            return 'unavailable';
        }
    }

    /** Where a page that began is told of what went wrong; nothing where browsers may not go back to. */
    returnOf(returnTo: string | undefined): string | undefined {
        return this.settings && returnAddress(returnTo, this.settings.returnOrigins);
    }

    async finish(ctx: RequestContext, request: Request, providerId: string): Promise<FinishedSignIn> {
        const finished = await this.finishBegun(ctx, request, providerId);
        if (finished.kind === 'failed') {
            await auditTrail(this.connection.rawConnection).recordApart(ctx, {
                ...{ action: 'authenticate', class: 'authentication', status: 'refused' },
                detail: { provider: providerId, reason: finished.reason },
            });
        }
        return finished;
    }

    private async finishBegun(
        ctx: RequestContext,
        request: Request,
        providerId: string,
    ): Promise<FinishedSignIn> {
        const provider = this.clients.provider(providerId);
        const pending = this.settings && pendingOf(request.headers.cookie, this.settings.secret, new Date());
        if (!provider || pending?.providerId !== providerId) {
            return { kind: 'unknown' };
        }
        const identity = await this.identityOf(provider, request, pending);
        if (!identity) {
            return { kind: 'failed', reason: 'denied', returnTo: pending.returnTo };
        }
        const inner = contextOf(ctx, request, provider);
        const { returnTo } = pending;
        try {
            return await this.connection.withTransaction(inner, tx =>
                this.signIn(tx, provider, identity, pending),
            );
        } catch (error) {
            if (error instanceof RefusedByVendure) {
                return { kind: 'failed', reason: 'not-allowed', returnTo };
            }
            if (error instanceof SecondFactorError) {
                return { kind: 'failed', reason: 'second-factor', returnTo };
            }
            throw error;
        }
    }

    private async identityOf(
        provider: OidcProviderOptions,
        request: Request,
        pending: PendingSignIn,
    ): Promise<ProvenIdentity | undefined> {
        try {
            const { search } = new URL(request.originalUrl, 'http://server');
            return await this.clients.finish(provider, search, pending);
        } catch (error) {
            const cause = error instanceof Error ? error.message : String(error);
            Logger.warn(`A sign-in by "${provider.id}" failed: ${cause}`, loggerContext);
            return undefined;
        }
    }

    private async signIn(
        ctx: RequestContext,
        provider: OidcProviderOptions,
        identity: ProvenIdentity,
        { returnTo, challenge }: PendingSignIn,
    ): Promise<FinishedSignIn> {
        const found = await this.accounts.find(ctx, provider, identity);
        if ('refusal' in found) {
            return { kind: 'failed', reason: found.refusal, returnTo };
        }
        const isStrong = showedSecondFactor(identity.signed, provider.secondFactor);
        if (challenge !== undefined) {
            if (!isStrong && (await this.factors.isOn(ctx, found.user.id))) {
                throw new SecondFactorError('SECOND_FACTOR_REQUIRED');
            }
            const proven = { audience: provider.audience, userId: found.user.id, isStrong };
            return { kind: 'code', code: await this.codes.give(ctx, proven, challenge), returnTo };
        }
        if (isStrong) {
            this.strong.note(found.user);
        }
        const session = await this.auth.createAuthenticatedSessionForUser(
            ctx,
            found.user,
            strategyOf(provider),
        );
        if (isGraphQlErrorResult(session)) {
            throw new RefusedByVendure();
        }
        const tokens = await this.families.begin(ctx, session, provider.audience);
        return { kind: 'signed-in', tokens, returnTo };
    }
}

/** The visitor's own, with a cart that there may be, at the API that the provider is for. */
function contextOf(ctx: RequestContext, req: Request, { audience }: OidcProviderOptions): RequestContext {
    return new RequestContext({
        ...{ req, apiType: audience, channel: ctx.channel, session: ctx.session },
        ...{ languageCode: ctx.languageCode, currencyCode: ctx.currencyCode },
        ...{ isAuthorized: true, authorizedAsOwnerOnly: false },
    });
}
