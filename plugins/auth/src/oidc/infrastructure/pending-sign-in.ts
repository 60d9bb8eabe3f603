import { parse, serialize } from 'cookie';
import { seal, unseal } from '../../tokens/infrastructure/sealed-box';

/** What a browser keeps while it is at the provider: it alone can finish what it began. */
export interface PendingSignIn {
    readonly providerId: string;
    readonly state: string;
    readonly nonce: string;
    readonly verifier: string;
    readonly returnTo: string;
    /** Of the page that takes a code in the place of cookies: SHA-256 of its secret, in base64url. */
    readonly challenge?: string | undefined;
    /** In milliseconds since 1970. */
    readonly until: number;
}

export const OIDC_PATH = '/api/auth/oidc';

/** Where browsers go to sign in. @param publicUrl - Of the server. */
export function startOf(publicUrl: string, providerId: string): string {
    return `${publicUrl.replace(/\/+$/, '')}${OIDC_PATH}/${providerId}/start`;
}

const COOKIE = 'efi-oidc';
const LABEL = 'oidc sign-in';
const MINUTES = 10;

/** `Set-Cookie`. The provider's redirect comes from another site, so `Lax` it has to be. */
export function pendingCookie(
    pending: Omit<PendingSignIn, 'until'>,
    secret: Buffer,
    isSecure: boolean,
    now: Date,
): string {
    const until = now.getTime() + MINUTES * 60_000;
    const value = seal(Buffer.from(JSON.stringify({ ...pending, until })), secret, LABEL);
    return serialize(COOKIE, value, { ...attributes(isSecure), maxAge: MINUTES * 60 });
}

export function noPendingCookie(isSecure: boolean): string {
    return serialize(COOKIE, '', { ...attributes(isSecure), maxAge: 0 });
}

/** @returns nothing without one, for one that was changed, and for one that is too old. */
export function pendingOf(
    cookieHeader: string | undefined,
    secret: Buffer,
    now: Date,
): PendingSignIn | undefined {
    const value = cookieHeader === undefined ? undefined : parse(cookieHeader)[COOKIE];
    const plain = value === undefined ? undefined : unseal(value, secret, LABEL);
    if (!plain) {
        return undefined;
    }
    const pending = JSON.parse(plain.toString()) as PendingSignIn;
    return pending.until > now.getTime() ? pending : undefined;
}

function attributes(isSecure: boolean) {
    return { httpOnly: true, sameSite: 'lax', secure: isSecure, path: OIDC_PATH } as const;
}
