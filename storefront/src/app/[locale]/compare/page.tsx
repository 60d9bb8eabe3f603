import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { buttonStyle } from '@/components/ui/button';
import { CatalogueNotice } from '@/components/ui/catalogue-notice';
import { EmptyState } from '@/components/ui/empty-state';
import { PageTitle } from '@/components/ui/page-title';
import { RecentlyViewed } from '@/features/catalogue/recently-viewed';
import { fetchCompared } from '@/features/compare/compare-query';
import { CompareTable } from '@/features/compare/compare-table';
import { comparedProducts } from '@/features/compare/compared';
import { Link } from '@/i18n/navigation';

export async function generateMetadata(): Promise<Metadata> {
    const t = await getTranslations('compare');
    return { title: t('title'), robots: { index: false } };
}

export default async function ComparePage() {
    const [t, ids] = await Promise.all([getTranslations('compare'), comparedProducts()]);
    const products = await fetchCompared(ids);
    return (
        <div className="page pt-8 md:pt-12">
            <PageTitle>{t('title')}</PageTitle>
            <CatalogueNotice />
            {products.length > 0 ? (
                <CompareTable products={products} />
            ) : (
                <EmptyState title={t('empty')} text={t('emptyText')}>
                    <Link href="/search" className={buttonStyle()}>
                        {t('toShop')}
                    </Link>
                </EmptyState>
            )}
            <RecentlyViewed />
        </div>
    );
}
