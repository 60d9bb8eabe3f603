import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { NarrowPage } from '@/components/layout/narrow-page';
import { ForgotPasswordForm } from '@/features/account/token-forms';

export async function generateMetadata(): Promise<Metadata> {
    const t = await getTranslations('account');
    return { title: t('forgotTitle'), robots: { index: false } };
}

export default async function ForgotPasswordPage() {
    const t = await getTranslations('account');
    return (
        <NarrowPage title={t('forgotTitle')} lead={t('forgotText')}>
            <ForgotPasswordForm />
        </NarrowPage>
    );
}
