import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { NarrowPage } from '@/components/layout/narrow-page';
import { FormError } from '@/components/ui/form-message';
import { ResetPasswordForm } from '@/features/account/token-forms';
import { privateAddress } from '@/lib/private-address';

interface Props {
    readonly searchParams: Promise<{ token?: string | string[] }>;
}

export async function generateMetadata(): Promise<Metadata> {
    const t = await getTranslations('account');
    return { title: t('resetTitle'), robots: { index: false }, referrer: privateAddress };
}

export default async function ResetPasswordPage({ searchParams }: Props) {
    const [t, { token }] = await Promise.all([getTranslations('account'), searchParams]);
    return (
        <NarrowPage title={t('resetTitle')}>
            {typeof token === 'string' && token ? (
                <ResetPasswordForm token={token} />
            ) : (
                <FormError>{t('missingToken')}</FormError>
            )}
        </NarrowPage>
    );
}
