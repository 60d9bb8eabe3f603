import { getLocale, getTranslations } from 'next-intl/server';
import { buttonStyle } from '@/components/ui/button';
import { getPathname } from '@/i18n/navigation';
import { fetchSignInProviders } from './providers';

/**
 * A button for each provider that shoppers can sign in with. They are plain links, which work without scripts: behind
 * them a browser is given a secret, so they must not be fetched ahead.
 *
 * @param to - Where to go on to, as `wayOn` knows it.
 */
export async function ProviderSignIn({ to }: { to?: string | undefined }) {
    const [providers, t, locale] = await Promise.all([
        fetchSignInProviders(),
        getTranslations('account'),
        getLocale(),
    ]);
    if (providers.length === 0) {
        return null;
    }
    const query = to === undefined ? '' : `?${new URLSearchParams({ to }).toString()}`;
    return (
        <div className="mt-6 grid gap-3">
            <p className="flex items-center gap-4 text-sm text-muted before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
                {t('or')}
            </p>
            {providers.map(({ id, label }) => (
                <a
                    key={id}
                    href={getPathname({ href: `/sign-in/with/${id}${query}`, locale })}
                    className={buttonStyle('secondary')}
                >
                    {t('signInWith', { provider: label })}
                </a>
            ))}
        </div>
    );
}
