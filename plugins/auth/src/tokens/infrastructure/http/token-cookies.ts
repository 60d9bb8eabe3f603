import { parse, serialize, type SerializeOptions } from 'cookie';
import type { RuntimeVendureConfig } from '@vendure/core';
import type { Audience } from '../../domain/audience';
import type { TokenPair } from '../token-families';

/** Below it the routes of tokens lie; no other address gets to see a refresh token. */
const TOKEN_PATH = '/api/v1/auth/token';

/** The names carry the audience: a browser may be signed in at both APIs. */
function accessCookie(audience: Audience): string {
    return `efi-${audience}-access`;
}

function refreshCookie(audience: Audience): string {
    return `efi-${audience}-refresh`;
}

/** The access token that a browser sends. */
export function accessTokenOf(cookieHeader: string | undefined, audience: Audience): string | undefined {
    return cookieHeader === undefined ? undefined : parse(cookieHeader)[accessCookie(audience)];
}

/** The refresh token that a browser sends. */
export function refreshTokenOf(cookieHeader: string | undefined, audience: Audience): string | undefined {
    return cookieHeader === undefined ? undefined : parse(cookieHeader)[refreshCookie(audience)];
}

/** `Set-Cookie` headers that hand tokens to a browser, out of reach of its scripts and of other sites. */
export function tokenCookies(tokens: TokenPair, audience: Audience, isSecure: boolean): string[] {
    const { accessToken, expiresIn, refreshToken, refreshExpiresIn } = tokens;
    return [
        serialize(accessCookie(audience), accessToken, { ...accessOptions(isSecure), maxAge: expiresIn }),
        serialize(refreshCookie(audience), refreshToken, {
            ...refreshOptions(audience, isSecure),
            maxAge: refreshExpiresIn,
        }),
    ];
}

/** `Set-Cookie` headers that take them away again. */
export function noTokenCookies(audience: Audience, isSecure: boolean): string[] {
    return [
        noAccessCookie(audience, isSecure),
        serialize(refreshCookie(audience), '', { ...refreshOptions(audience, isSecure), maxAge: 0 }),
    ];
}

/** The one that takes the access token away: a refresh may bring the next. */
export function noAccessCookie(audience: Audience, isSecure: boolean): string {
    return serialize(accessCookie(audience), '', { ...accessOptions(isSecure), maxAge: 0 });
}

function accessOptions(isSecure: boolean): SerializeOptions {
    return { httpOnly: true, sameSite: 'strict', secure: isSecure, path: '/' };
}

function refreshOptions(audience: Audience, isSecure: boolean): SerializeOptions {
    return { ...accessOptions(isSecure), path: `${TOKEN_PATH}/${audience}` };
}

/** Whether cookies are for https only: as those of Vendure are. */
export function isSecure({ authOptions }: Pick<RuntimeVendureConfig, 'authOptions'>): boolean {
    return authOptions.cookieOptions?.secure === true;
}
