import 'server-only';
import { cookies } from 'next/headers';
import { storefrontEnv } from '@/lib/env';

/** Of the cookie with the token of the shopper's session. */
export const sessionCookie = 'efi_session';

/** Cookies of the storefront's own: out of scripts' reach, and not sent along by forms on other sites. */
function cookieOptions(maxAgeDays: number) {
    return {
        httpOnly: true,
        sameSite: 'lax',
        secure: storefrontEnv().storefrontUrl.startsWith('https:'),
        path: '/',
        maxAge: maxAgeDays * 24 * 60 * 60,
    } as const;
}

export async function readSessionToken(): Promise<string | undefined> {
    return (await cookies()).get(sessionCookie)?.value;
}

/** Whether this browser has a session at all, be it a guest's. */
export async function hasSession(): Promise<boolean> {
    return (await readSessionToken()) !== undefined;
}

/** For Server Actions only. The server decides how long the session really lasts. */
export async function writeSessionToken(token: string): Promise<void> {
    (await cookies()).set(sessionCookie, token, cookieOptions(90));
}

/** For Server Actions only. */
export async function deleteSessionToken(): Promise<void> {
    (await cookies()).delete(sessionCookie);
}
