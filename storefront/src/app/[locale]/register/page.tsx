import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { NarrowPage } from '@/components/layout/narrow-page';
import { ProviderSignIn } from '@/features/account/provider-sign-in';
import { RegisterForm } from '@/features/account/register-form';
import { Link } from '@/i18n/navigation';
import { alternates } from '@/lib/alternates';
import { knowsOrder } from '@/lib/vendure/known-orders';
import { fetchOrder } from '@/lib/vendure/order-by-code';

interface Props {
    /** `order`: code of the order that a guest wants to have in an account. */
    readonly searchParams: Promise<{ order?: string | string[] }>;
}

export async function generateMetadata(): Promise<Metadata> {
    const t = await getTranslations('account');
    return { title: t('registerTitle'), alternates: await alternates('/register') };
}

export default async function RegisterPage({ searchParams }: Props) {
    const [t, { order }] = await Promise.all([getTranslations('account'), searchParams]);
    const buyer = typeof order === 'string' ? await buyerOf(order) : undefined;
    return (
        <NarrowPage title={t('registerTitle')} lead={t(buyer ? 'claimText' : 'registerText')}>
            <RegisterForm
                initial={{
                    firstName: buyer?.firstName ?? '',
                    lastName: buyer?.lastName ?? '',
                    emailAddress: buyer?.emailAddress ?? '',
                }}
            />
            <ProviderSignIn />
            <p className="mt-8 border-t border-line pt-8 text-center text-muted">
                {t('haveAccount')}{' '}
                <Link href="/sign-in" className="text-ink underline underline-offset-4">
                    {t('signIn')}
                </Link>
            </p>
        </NarrowPage>
    );
}

/** Who placed an order, for a browser that may show it. An account with their e-mail has their orders. */
async function buyerOf(code: string) {
    return (await knowsOrder(code)) ? (await fetchOrder(code))?.customer : undefined;
}
