import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { NarrowPage } from '@/components/layout/narrow-page';
import { FormError } from '@/components/ui/form-message';
import { PasskeySignIn } from '@/features/account/passkey-sign-in';
import { passkeysAreOn } from '@/features/account/passkeys';
import { providerProblem } from '@/features/account/provider-problem';
import { ProviderSignIn } from '@/features/account/provider-sign-in';
import { SignInForm } from '@/features/account/sign-in-form';
import { wayOn } from '@/features/account/way-on';
import { Link, redirect } from '@/i18n/navigation';
import { currentMarket } from '@/lib/market/current-market';
import { fetchCurrentCustomer } from '@/lib/vendure/current-customer';

interface Props {
    /** `problem`: why a sign-in with a provider failed. */
    readonly searchParams: Promise<{ to?: string | string[]; problem?: string | string[] }>;
}

export async function generateMetadata(): Promise<Metadata> {
    const t = await getTranslations('account');
    return { title: t('signInTitle'), robots: { index: false } };
}

export default async function SignInPage({ searchParams }: Props) {
    const [t, problem, query, { locale }, customer, hasPasskeys] = await Promise.all([
        getTranslations('account'),
        getTranslations('problem'),
        searchParams,
        currentMarket(),
        fetchCurrentCustomer(),
        passkeysAreOn(),
    ]);
    if (customer) {
        return redirect({ href: wayOn(query.to), locale });
    }
    const to = typeof query.to === 'string' ? query.to : undefined;
    const failure = providerProblem(query.problem);
    return (
        <NarrowPage title={t('signInTitle')}>
            {failure && (
                <div className="mb-6">
                    <FormError>{problem(failure)}</FormError>
                </div>
            )}
            <SignInForm to={to} />
            {hasPasskeys && <PasskeySignIn to={to} />}
            <ProviderSignIn to={to} />
            <p className="mt-8 border-t border-line pt-8 text-center text-muted">
                {t('newHere')}{' '}
                <Link href="/register" className="text-ink underline underline-offset-4">
                    {t('createAccount')}
                </Link>
            </p>
        </NarrowPage>
    );
}
