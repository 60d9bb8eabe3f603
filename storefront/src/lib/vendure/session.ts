import 'server-only';
import { cookies } from 'next/headers';
import { deviceCookie, deviceCookieOptions, needsDevice } from '@/lib/device/device';
import { storefrontEnv } from '@/lib/env';

/** Of the cookie with the token of the shopper's session. */
export const sessionCookie = 'efi_session';

/** Cookies of the storefront's own: out of scripts' reach, and not sent along by forms on other sites. */
export function cookieOptions(maxAgeDays: number) {
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

/**
 * For Server Actions only. The server decides how long the session really lasts. The browser gets its id along with it: if it
 * came with the answer to the next action, Next.js would make that one's page anew, with what was typed gone.
 */
export async function writeSessionToken(token: string): Promise<void> {
    const store = await cookies();
    store.set(sessionCookie, token, cookieOptions(90));
    if (needsDevice(true, store.get(deviceCookie)?.value)) {
        const isSecure = storefrontEnv().storefrontUrl.startsWith('https:');
        store.set(deviceCookie, crypto.randomUUID(), deviceCookieOptions(isSecure));
    }
}

/** For Server Actions only. */
export async function deleteSessionToken(): Promise<void> {
    (await cookies()).delete(sessionCookie);
}
