import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { NarrowPage } from '@/components/layout/narrow-page';
import { RegisterForm } from '@/features/account/register-form';
import { Link } from '@/i18n/navigation';

export async function generateMetadata(): Promise<Metadata> {
    const t = await getTranslations('account');
    return { title: t('registerTitle') };
}

export default async function RegisterPage() {
    const t = await getTranslations('account');
    return (
        <NarrowPage title={t('registerTitle')} lead={t('registerText')}>
            <RegisterForm />
            <p className="mt-8 border-t border-line pt-8 text-center text-muted">
                {t('haveAccount')}{' '}
                <Link href="/sign-in" className="text-ink underline underline-offset-4">
                    {t('signIn')}
                </Link>
            </p>
        </NarrowPage>
    );
}
