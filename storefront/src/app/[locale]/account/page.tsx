import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Button, buttonStyle } from '@/components/ui/button';
import { PageTitle } from '@/components/ui/page-title';
import { signOut } from '@/features/account/actions';
import { AddressList } from '@/features/account/address-list';
import { DetailsForm } from '@/features/account/details-form';
import { EmailForm } from '@/features/account/email-form';
import { fetchOrderHistory, ordersPerPage } from '@/features/account/order-history';
import { OrderHistoryList } from '@/features/account/order-history-list';
import { PasswordForm } from '@/features/account/password-form';
import { fetchSavedCardList } from '@/features/account/saved-card-list';
import { SavedCards } from '@/features/account/saved-cards';
import { Rail } from '@/features/recommendations/rail';
import { Link, redirect } from '@/i18n/navigation';
import { currentMarket } from '@/lib/market/current-market';
import { fetchCurrentCustomer, type SavedAddress } from '@/lib/vendure/current-customer';

interface Props {
    readonly searchParams: Promise<{ page?: string | string[] }>;
}

export async function generateMetadata(): Promise<Metadata> {
    const t = await getTranslations('account');
    return { title: t('title'), robots: { index: false } };
}

export default async function AccountPage({ searchParams }: Props) {
    const [t, query, { locale }, customer] = await Promise.all([
        getTranslations('account'),
        searchParams,
        currentMarket(),
        fetchCurrentCustomer(),
    ]);
    if (!customer) {
        return redirect({ href: '/sign-in', locale });
    }
    const page = Math.max(1, Math.trunc(Number(query.page)) || 1);
    const [history, saved] = await Promise.all([fetchOrderHistory(page), fetchSavedCardList()]);
    return (
        <div className="page pt-8 md:pt-12">
            <div className="flex flex-wrap items-start justify-between gap-4">
                <PageTitle lead={customer.emailAddress}>{t('hello', { name: customer.firstName })}</PageTitle>
                <form action={signOut} className="mb-10 md:mb-0">
                    <Button type="submit" look="secondary">
                        {t('signOut')}
                    </Button>
                </form>
            </div>
            <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-14 lg:grid-cols-[1fr_22rem] lg:gap-20">
                <div className="grid min-w-0 gap-12">
                    <section aria-labelledby="orders" className="min-w-0">
                        <h2 id="orders" className="display mb-6 text-2xl">
                            {t('orders')}
                        </h2>
                        <OrderHistoryList orders={history.items} />
                        <HistoryPages page={page} totalItems={history.totalItems} />
                    </section>
                    <Addresses addresses={customer.addresses ?? []} />
                    {(saved.cards.length > 0 || !saved.isComplete) && (
                        <section aria-labelledby="cards">
                            <h2 id="cards" className="display mb-4 text-2xl">
                                {t('savedCards')}
                            </h2>
                            <SavedCards {...saved} />
                        </section>
                    )}
                </div>
                <div className="grid gap-12">
                    <section aria-labelledby="details">
                        <h2 id="details" className="display mb-6 text-2xl">
                            {t('details')}
                        </h2>
                        <DetailsForm customer={customer} />
                    </section>
                    <section aria-labelledby="email">
                        <h2 id="email" className="display mb-6 text-2xl">
                            {t('emailTitle')}
                        </h2>
                        <EmailForm />
                    </section>
                    <section aria-labelledby="password-title">
                        <h2 id="password-title" className="display mb-6 text-2xl">
                            {t('passwordTitle')}
                        </h2>
                        <PasswordForm />
                    </section>
                    <section aria-labelledby="security">
                        <h2 id="security" className="display mb-4 text-2xl">
                            {t('security')}
                        </h2>
                        <Link href="/account/sessions" className="py-2 underline underline-offset-4">
                            {t('sessionsLink')}
                        </Link>
                        <Link
                            href="/account/sessions#passkeys"
                            className="block w-fit py-2 underline underline-offset-4"
                        >
                            {t('passkeysLink')}
                        </Link>
                    </section>
                    <section aria-labelledby="privacy">
                        <h2 id="privacy" className="display mb-4 text-2xl">
                            {t('privacyTitle')}
                        </h2>
                        <Link href="/account/privacy" className="py-2 underline underline-offset-4">
                            {t('privacyLink')}
                        </Link>
                    </section>
                </div>
            </div>
            <div className="mt-20">
                <Rail placement="FOR_YOU" />
            </div>
        </div>
    );
}

async function HistoryPages({ page, totalItems }: { page: number; totalItems: number }) {
    const t = await getTranslations('listing');
    const pages = Math.ceil(totalItems / ordersPerPage);
    if (pages <= 1) {
        return null;
    }
    return (
        <nav aria-label={t('pages')} className="mt-6 flex items-center gap-6 text-[0.95rem]">
            {page > 1 && (
                <Link href={`/account?page=${page - 1}`} className="py-2 underline underline-offset-4">
                    {t('previous')}
                </Link>
            )}
            <span className="text-muted">{t('pageOf', { page, pages })}</span>
            {page < pages && (
                <Link href={`/account?page=${page + 1}`} className="py-2 underline underline-offset-4">
                    {t('next')}
                </Link>
            )}
        </nav>
    );
}

async function Addresses({ addresses }: { addresses: readonly SavedAddress[] }) {
    const t = await getTranslations('account');
    const tAddresses = await getTranslations('addresses');
    return (
        <section aria-labelledby="addresses">
            <h2 id="addresses" className="display mb-4 text-2xl">
                {t('addresses')}
            </h2>
            {addresses.length > 0 ? (
                <AddressList addresses={addresses} />
            ) : (
                <p className="text-[0.95rem] text-muted">{t('noAddresses')}</p>
            )}
            <Link href="/account/addresses/new" className={buttonStyle('secondary', 'mt-5')}>
                {tAddresses('add')}
            </Link>
        </section>
    );
}
