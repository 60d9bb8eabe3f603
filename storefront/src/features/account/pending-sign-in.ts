import 'server-only';
import { cookies } from 'next/headers';
import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { storefrontEnv } from '@/lib/env';

const COOKIE = 'efi_pending_sign_in';
const MINUTES = 10;

const pendingSchema = z.object({ verifier: z.string().length(43), to: z.string().max(250).optional() });

/** What this browser alone knows of the sign-in that it has begun with a provider. */
type PendingSignIn = z.output<typeof pendingSchema>;

/**
 * For route handlers only. Keeps a new secret in the browser, out of scripts' reach.
 *
 * @param to - Where to go on to.
 * @returns the challenge that goes to the provider in the place of the secret.
 */
export async function beginSignIn(to: string | undefined): Promise<string> {
    const verifier = randomBytes(32).toString('base64url');
    (await cookies()).set(COOKIE, JSON.stringify({ verifier, to }), {
        httpOnly: true,
        // The way back begins on another site.
        sameSite: 'lax',
        secure: storefrontEnv().storefrontUrl.startsWith('https:'),
        path: '/',
        maxAge: MINUTES * 60,
    });
    return createHash('sha256').update(verifier).digest('base64url');
}

/** For route handlers only. @returns nothing in a browser that has begun none, or too long ago. */
export async function takeSignIn(): Promise<PendingSignIn | undefined> {
    const jar = await cookies();
    const value = jar.get(COOKIE)?.value;
    jar.delete(COOKIE);
    try {
        return pendingSchema.safeParse(JSON.parse(value ?? 'null')).data;
    } catch {
        return undefined;
    }
}
