import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { NarrowPage } from '@/components/layout/narrow-page';
import { PasskeySignIn } from '@/features/account/passkey-sign-in';
import { passkeysAreOn } from '@/features/account/passkeys';
import { SignInForm } from '@/features/account/sign-in-form';
import { Link, redirect } from '@/i18n/navigation';
import { currentMarket } from '@/lib/market/current-market';
import { fetchCurrentCustomer } from '@/lib/vendure/current-customer';

interface Props {
    readonly searchParams: Promise<{ to?: string | string[] }>;
}

export async function generateMetadata(): Promise<Metadata> {
    const t = await getTranslations('account');
    return { title: t('signInTitle'), robots: { index: false } };
}

export default async function SignInPage({ searchParams }: Props) {
    const [t, query, { locale }, customer, hasPasskeys] = await Promise.all([
        getTranslations('account'),
        searchParams,
        currentMarket(),
        fetchCurrentCustomer(),
        passkeysAreOn(),
    ]);
    if (customer) {
        return redirect({ href: '/account', locale });
    }
    const to = typeof query.to === 'string' ? query.to : undefined;
    return (
        <NarrowPage title={t('signInTitle')}>
            <SignInForm to={to} />
            {hasPasskeys && <PasskeySignIn to={to} />}
            <p className="mt-8 border-t border-line pt-8 text-center text-muted">
                {t('newHere')}{' '}
                <Link href="/register" className="text-ink underline underline-offset-4">
                    {t('createAccount')}
                </Link>
            </p>
        </NarrowPage>
    );
}
