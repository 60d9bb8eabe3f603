import { getLocale } from 'next-intl/server';
import { takeSignIn } from '@/features/account/pending-sign-in';
import { SignInByCode } from '@/features/account/provider-documents';
import { wayOn } from '@/features/account/way-on';
import { redirect } from '@/i18n/navigation';
import { mutateAsShopper } from '@/lib/vendure/client';

/**
 * Where a browser comes back from a provider. The code in the address is good for the secret of the browser that began
 * only, so that nobody is signed in by a link of somebody else's.
 */
export async function GET(request: Request): Promise<never> {
    const given = new URL(request.url).searchParams;
    const [locale, pending] = await Promise.all([getLocale(), takeSignIn()]);
    const problem = given.get('signInFailed') ?? (await signIn(given.get('signInCode'), pending?.verifier));
    if (problem !== undefined) {
        const query = new URLSearchParams({ problem, ...(pending?.to && { to: pending.to }) });
        return redirect({ href: `/sign-in?${query.toString()}`, locale });
    }
    return redirect({ href: wayOn(pending?.to), locale });
}

/** @returns what went wrong. */
async function signIn(code: string | null, verifier: string | undefined): Promise<string | undefined> {
    if (code === null || verifier === undefined) {
        return 'failed';
    }
    try {
        const { authenticate } = await mutateAsShopper(SignInByCode, { given: { code, verifier } });
        switch (authenticate.__typename) {
            case 'CurrentUser':
                return undefined;
            case 'NotVerifiedError':
                return 'not-allowed';
            case 'InvalidCredentialsError':
                return 'failed';
        }
    } catch (error) {
        console.error('A sign-in with a provider could not be ended:', error);
        return 'failed';
    }
}
