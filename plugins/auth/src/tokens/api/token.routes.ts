import { type RestRoute, restRoute } from '@efi/plugin-kit';
import {
    ConfigService,
    type Injector,
    Permission,
    type RequestContext,
    TransactionalConnection,
} from '@vendure/core';
import { z } from 'zod';
import { TooManyAttemptsError } from '../../lock-out/too-many-attempts.error';
import { giveCode } from '../../second-factor/infrastructure/given-code';
import { SecondFactorError } from '../../second-factor/second-factor.error';
import type { Audience } from '../domain/audience';
import { isSecure, noTokenCookies, refreshTokenOf, tokenCookies } from '../infrastructure/http/token-cookies';
import { SignIn, type SignInOutcome } from '../infrastructure/sign-in';
import { TokenFamilies, type TokenPair } from '../infrastructure/token-families';

const tokens = z
    .object({
        tokenType: z.literal('Bearer'),
        expiresIn: z.int().describe('Seconds for which the access token is good.'),
        refreshExpiresIn: z.int().describe('Seconds for which the refresh token is good, if it is not used.'),
        accessToken: z.string().optional().describe('A JWT. Not there where it went into a cookie.'),
        refreshToken: z.string().optional().describe('Good once. Not there where it went into a cookie.'),
    })
    .meta({ id: 'Tokens' });

const credentials = z.strictObject({
    username: z.string().min(1).max(254).describe('The e-mail address; of staff, the name.'),
    password: z.string().min(1).max(256),
    code: z
        .string()
        .min(1)
        .max(40)
        .optional()
        .describe('Of the second factor, where the account has one: from the app, or a recovery code.'),
    delivery: z
        .enum(['body', 'cookie'])
        .default('body')
        .describe('`cookie` for browsers: the tokens go into HttpOnly cookies, out of reach of scripts.'),
});

const byRefreshToken = z.strictObject({
    refreshToken: z.string().max(256).optional().describe('Left out by browsers, which send their cookie.'),
});

/** Routes under `/api/v1/auth/token`, for each audience. */
export function tokenRoutes(): RestRoute[] {
    return (['shop', 'admin'] as const).flatMap(audience => [
        createRoute(audience),
        refreshRoute(audience),
        revokeRoute(audience),
    ]);
}

/** What the three routes of an audience have in common. */
function sharedBy(audience: Audience) {
    return { method: 'POST', tags: ['Tokens'], api: audience, transaction: true } as const;
}

const nameOf = { shop: 'Shop', admin: 'Admin' } as const;

function createRoute(audience: Audience): RestRoute {
    return restRoute({
        ...sharedBy(audience),
        // A sign-in that ends for want of a second factor is rolled back, and answered all the same.
        transaction: false,
        path: `/auth/token/${audience}`,
        operationId: `create${nameOf[audience]}Token`,
        summary: audience === 'shop' ? 'Sign in as a shopper' : 'Sign in as a member of the staff',
        permissions: [Permission.Public],
        limit: 'credentials',
        request: { body: credentials },
        responses: { 200: { description: 'Signed in.', body: tokens } },
        problems: {
            'wrong-credentials': { status: 401, title: 'The name or the password is wrong' },
            'sign-in-refused': { status: 403, title: 'This account may not sign in like this' },
            'second-factor-required': { status: 401, title: 'A code of the second factor is needed too' },
            'second-factor-wrong': { status: 401, title: 'The code of the second factor is not good' },
            'too-many-attempts': { status: 429, title: 'Sign-in was tried too often' },
        },
        async handle(ctx, { body }, injector) {
            const outcome = await signIn(ctx, audience, body, injector);
            switch (outcome.kind) {
                case 'second-factor-required':
                case 'second-factor-wrong':
                    return { problem: outcome.kind };
                case 'too-many':
                    return { problem: 'too-many-attempts' };
                case 'wrong':
                    return { problem: 'wrong-credentials' };
                case 'refused':
                    return { problem: 'sign-in-refused', detail: outcome.reason };
                case 'signed-in':
                    return handOut(outcome.tokens, body.delivery === 'cookie', audience, injector);
            }
        },
    });
}

type SignInAnswer = SignInOutcome | { readonly kind: 'second-factor-required' | 'second-factor-wrong' };

async function signIn(
    ctx: RequestContext,
    audience: Audience,
    body: z.output<typeof credentials>,
    injector: Injector,
): Promise<SignInAnswer> {
    giveCode(ctx, body.code);
    try {
        return await injector
            .get(TransactionalConnection)
            .withTransaction(ctx, inTransaction =>
                injector.get(SignIn).withPassword(inTransaction, audience, body),
            );
    } catch (error) {
        if (error instanceof TooManyAttemptsError) {
            return { kind: 'too-many' };
        }
        if (error instanceof SecondFactorError && error.fault !== 'SECOND_FACTOR_OFF') {
            return {
                kind:
                    error.fault === 'SECOND_FACTOR_WRONG' ? 'second-factor-wrong' : 'second-factor-required',
            };
        }
        throw error;
    }
}

function refreshRoute(audience: Audience): RestRoute {
    return restRoute({
        ...sharedBy(audience),
        path: `/auth/token/${audience}/refresh`,
        operationId: `refresh${nameOf[audience]}Token`,
        summary: 'Get the next pair of tokens',
        description:
            'A refresh token is good once. Used again, all tokens of its sign-in end. Two requests at the same moment are no such use: the second one is answered with 409 and gets no tokens, since the first one has them.',
        permissions: [Permission.Public],
        request: { body: byRefreshToken },
        responses: { 200: { description: 'The next pair.', body: tokens } },
        problems: {
            'refresh-refused': { status: 401, title: 'The refresh token is not good, or no longer' },
            'refresh-overtaken': { status: 409, title: 'The refresh token was replaced this very moment' },
        },
        async handle(ctx, { body }, injector) {
            const token = body.refreshToken ?? cookieOf(ctx, audience);
            const outcome = await injector.get(TokenFamilies).refresh(ctx, token ?? '', audience);
            switch (outcome.kind) {
                case 'refreshed':
                    return handOut(outcome.tokens, body.refreshToken === undefined, audience, injector);
                case 'overtaken':
                    return { problem: 'refresh-overtaken', headers: { 'retry-after': '1' } };
                case 'refused':
                    return {
                        problem: 'refresh-refused',
                        headers: body.refreshToken === undefined ? takeBack(audience, injector) : {},
                    };
            }
        },
    });
}

function revokeRoute(audience: Audience): RestRoute {
    return restRoute({
        ...sharedBy(audience),
        path: `/auth/token/${audience}/revoke`,
        operationId: `revoke${nameOf[audience]}Token`,
        summary: 'Sign out: end all tokens of a sign-in',
        permissions: [Permission.Public],
        request: { body: byRefreshToken },
        responses: { 204: { description: 'They have ended, or never were.' } },
        async handle(ctx, { body }, injector) {
            const token = body.refreshToken ?? cookieOf(ctx, audience);
            await injector.get(TokenFamilies).revoke(ctx, token ?? '', audience);
            return { status: 204, headers: takeBack(audience, injector) };
        },
    });
}

function cookieOf(ctx: RequestContext, audience: Audience): string | undefined {
    return refreshTokenOf(ctx.req?.headers.cookie, audience);
}

type Headers = Readonly<Record<string, readonly string[]>>;

function handOut(pair: TokenPair, byCookie: boolean, audience: Audience, injector: Injector) {
    const { accessToken, refreshToken, ...lives } = pair;
    const headers: Headers = byCookie
        ? { 'set-cookie': tokenCookies(pair, audience, isSecure(injector.get(ConfigService))) }
        : {};
    const secrets = byCookie ? {} : { accessToken, refreshToken };
    return { status: 200, body: { tokenType: 'Bearer', ...lives, ...secrets }, headers } as const;
}

function takeBack(audience: Audience, injector: Injector): Headers {
    return { 'set-cookie': noTokenCookies(audience, isSecure(injector.get(ConfigService))) };
}
