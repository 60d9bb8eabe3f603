import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { NarrowPage } from '@/components/layout/narrow-page';
import { FormError } from '@/components/ui/form-message';
import { VerifyForm } from '@/features/account/token-forms';
import { privateAddress } from '@/lib/private-address';

interface Props {
    readonly searchParams: Promise<{ token?: string | string[] }>;
}

export async function generateMetadata(): Promise<Metadata> {
    const t = await getTranslations('account');
    return { title: t('verifyTitle'), robots: { index: false }, referrer: privateAddress };
}

export default async function VerifyPage({ searchParams }: Props) {
    const [t, { token }] = await Promise.all([getTranslations('account'), searchParams]);
    return (
        <NarrowPage title={t('verifyTitle')} lead={t('verifyText')}>
            {typeof token === 'string' && token ? (
                <VerifyForm token={token} />
            ) : (
                <FormError>{t('missingToken')}</FormError>
            )}
        </NarrowPage>
    );
}
