import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { NarrowPage } from '@/components/layout/narrow-page';
import { SessionList } from '@/features/account/session-list';
import { fetchSessions } from '@/features/account/sessions';
import { redirect } from '@/i18n/navigation';
import { currentMarket } from '@/lib/market/current-market';
import { fetchCurrentCustomer } from '@/lib/vendure/current-customer';

export async function generateMetadata(): Promise<Metadata> {
    const t = await getTranslations('account');
    return { title: t('sessions'), robots: { index: false } };
}

export default async function SessionsPage() {
    const [t, { locale }, customer] = await Promise.all([
        getTranslations('account'),
        currentMarket(),
        fetchCurrentCustomer(),
    ]);
    if (!customer) {
        return redirect({ href: '/sign-in', locale });
    }
    return (
        <NarrowPage title={t('sessions')} lead={t('sessionsLead')}>
            <SessionList sessions={await fetchSessions()} />
        </NarrowPage>
    );
}
