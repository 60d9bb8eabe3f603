import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { NarrowPage } from '@/components/layout/narrow-page';
import { PasskeyPanel } from '@/features/account/passkey-panel';
import { fetchPasskeys } from '@/features/account/passkeys';
import { SessionList } from '@/features/account/session-list';
import { fetchSessions } from '@/features/account/sessions';
import { signInFor } from '@/features/account/way-on';
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
        return redirect({ href: signInFor('account/sessions'), locale });
    }
    const [sessions, passkeys] = await Promise.all([fetchSessions(), fetchPasskeys()]);
    return (
        <NarrowPage title={t('sessions')} lead={t('sessionsLead')}>
            <SessionList sessions={sessions} />
            {passkeys && (
                <section aria-labelledby="passkeys" className="mt-14">
                    <h2 id="passkeys" className="display mb-3 scroll-mt-24 text-2xl">
                        {t('passkeys')}
                    </h2>
                    <p className="mb-6 text-muted">{t('passkeysLead')}</p>
                    <PasskeyPanel passkeys={passkeys} />
                </section>
            )}
        </NarrowPage>
    );
}
