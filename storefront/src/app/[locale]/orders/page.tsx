import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageTitle } from '@/components/ui/page-title';
import { LookupForm } from '@/features/order/lookup-form';

interface Props {
    readonly searchParams: Promise<{ code?: string | string[] }>;
}

export async function generateMetadata(): Promise<Metadata> {
    const t = await getTranslations('order');
    return { title: t('lookupTitle'), robots: { index: false } };
}

export default async function OrderLookupPage({ searchParams }: Props) {
    const [t, { code }] = await Promise.all([getTranslations('order'), searchParams]);
    return (
        <div className="page pt-8 md:pt-12">
            <PageTitle lead={t('lookupText')}>{t('lookupTitle')}</PageTitle>
            <LookupForm code={typeof code === 'string' ? code : ''} />
        </div>
    );
}
