import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { Allow, ConfigService, Ctx, Permission, type RequestContext } from '@vendure/core';
import type { Request, Response } from 'express';
import { isSecure, tokenCookies } from '../../tokens/infrastructure/http/token-cookies';
import { sendProblem } from '../../tokens/infrastructure/http/refuse';
import { withCode, withReason } from '../domain/return-address';
import { OidcClients } from '../infrastructure/oidc-clients';
import { OidcSignIn } from '../infrastructure/oidc-sign-in';
import { noPendingCookie, OIDC_PATH, pendingCookie } from '../infrastructure/pending-sign-in';

const REFUSALS = {
    'no-provider': [404, 'There is no such provider'],
    'wrong-return': [400, 'The browser may not go back to this address'],
    unavailable: [503, 'The provider can not be reached now'],
    'wrong-challenge': [400, 'A challenge is a SHA-256 in base64url'],
} as const;

const CHALLENGE = /^[\w-]{43}$/;

/** Where browsers go to sign in with a provider, and come back from it. */
@Controller(`${OIDC_PATH}/:provider`)
export class OidcController {
    constructor(
        private readonly signIn: OidcSignIn,
        private readonly clients: OidcClients,
        private readonly config: ConfigService,
    ) {}

    @Get('start')
    @Allow(Permission.Public)
    async start(
        @Param('provider') provider: string,
        @Query('returnTo') returnTo: unknown,
        @Query('challenge') challenge: unknown,
        @Res() response: Response,
    ): Promise<void> {
        const asked = typeof returnTo === 'string' ? returnTo : returnTo === undefined ? undefined : '//';
        if (!isChallenge(challenge)) {
            refuse(response, 'wrong-challenge');
            return;
        }
        const begun = await this.signIn.start(provider, asked);
        const page = challenge === undefined ? undefined : this.signIn.returnOf(asked);
        if (begun === 'unavailable' && page !== undefined) {
            send(response, withReason(page, begun), []);
            return;
        }
        if (typeof begun === 'string' || !this.signIn.settings) {
            refuse(response, typeof begun === 'string' ? begun : 'no-provider');
            return;
        }
        const pending = { providerId: provider, ...begun.secrets, returnTo: begun.returnTo, challenge };
        const cookie = pendingCookie(pending, this.signIn.settings.secret, isSecure(this.config), new Date());
        send(response, begun.address, [cookie]);
    }

    @Get('callback')
    @Allow(Permission.Public)
    async callback(
        @Ctx() ctx: RequestContext,
        @Param('provider') providerId: string,
        @Req() request: Request,
        @Res() response: Response,
    ): Promise<void> {
        const finished = await this.signIn.finish(ctx, request, providerId);
        const secure = isSecure(this.config);
        switch (finished.kind) {
            case 'unknown':
                sendProblem(
                    response,
                    400,
                    'no-sign-in',
                    'This browser has begun no sign-in, or too long ago',
                );
                return;
            case 'failed':
                send(response, withReason(finished.returnTo, finished.reason), [noPendingCookie(secure)]);
                return;
            case 'code':
                send(response, withCode(finished.returnTo, finished.code), [noPendingCookie(secure)]);
                return;
            case 'signed-in': {
                const audience = this.clients.provider(providerId)?.audience ?? 'shop';
                const tokens = tokenCookies(finished.tokens, audience, secure);
                send(response, finished.returnTo, [...tokens, noPendingCookie(secure)]);
            }
        }
    }
}

function isChallenge(given: unknown): given is string | undefined {
    return given === undefined || (typeof given === 'string' && CHALLENGE.test(given));
}

function refuse(response: Response, code: keyof typeof REFUSALS): void {
    sendProblem(response, REFUSALS[code][0], code, REFUSALS[code][1]);
}

function send(response: Response, address: string, cookies: readonly string[]): void {
    response.set({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
    if (cookies.length > 0) {
        response.append('set-cookie', [...cookies]);
    }
    response.redirect(302, address);
}
