import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { NarrowPage } from '@/components/layout/narrow-page';
import { ByMailForm } from '@/features/privacy/by-mail-form';
import { Link } from '@/i18n/navigation';
import { alternates } from '@/lib/alternates';

export async function generateMetadata(): Promise<Metadata> {
    const t = await getTranslations('privacyByMail');
    return { title: t('title'), alternates: await alternates('/privacy-request') };
}

export default async function PrivacyRequestPage() {
    const t = await getTranslations('privacyByMail');
    return (
        <NarrowPage title={t('title')} lead={t('lead')}>
            <ByMailForm />
            <p className="mt-8 border-t border-line pt-6">
                <Link href="/account/privacy" className="py-2 underline underline-offset-4">
                    {t('withAccount')}
                </Link>
            </p>
        </NarrowPage>
    );
}
