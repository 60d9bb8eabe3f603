import { getLocale } from 'next-intl/server';
import { redirect as leave } from 'next/navigation';
import { beginSignIn } from '@/features/account/pending-sign-in';
import { fetchSignInProviders } from '@/features/account/providers';
import { getPathname, redirect } from '@/i18n/navigation';
import { storefrontEnv } from '@/lib/env';

interface Context {
    readonly params: Promise<{ provider: string }>;
}

/** Sends a browser to a provider that the shop lists, and to no other address. */
export async function GET(request: Request, { params }: Context): Promise<never> {
    const [{ provider: id }, providers, locale] = await Promise.all([
        params,
        fetchSignInProviders(),
        getLocale(),
    ]);
    const provider = providers.find(one => one.id === id);
    if (!provider) {
        return redirect({ href: '/sign-in?problem=unavailable', locale });
    }
    const to = new URL(request.url).searchParams.get('to')?.slice(0, 250);
    const start = new URL(provider.start);
    const back = getPathname({ href: '/sign-in/return', locale });
    start.searchParams.set('returnTo', `${storefrontEnv().storefrontUrl}${back}`);
    start.searchParams.set('challenge', await beginSignIn(to));
    return leave(start.href);
}
