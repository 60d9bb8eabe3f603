import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { buttonStyle } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';

export async function generateMetadata(): Promise<Metadata> {
    const t = await getTranslations('offline');
    return { title: t('pageTitle'), robots: { index: false } };
}

/** What the service worker shows in place of a page that was never seen, while the shop can't be reached. */
export default async function OfflinePage() {
    const t = await getTranslations('offline');
    return (
        <div className="page pt-8">
            <h1 className="sr-only">{t('pageTitle')}</h1>
            <EmptyState title={t('pageTitle')} text={t('pageText')}>
                {/* The address that is open, which is that of the page in whose place this one stands. */}
                <a href="" className={buttonStyle()}>
                    {t('retry')}
                </a>
            </EmptyState>
        </div>
    );
}
