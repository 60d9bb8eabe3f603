import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { NarrowPage } from '@/components/layout/narrow-page';
import { ConfirmForm } from '@/features/privacy/confirm-form';
import { ExpiredLink } from '@/features/privacy/expired-link';
import { fetchMailLink } from '@/features/privacy/mail-link';
import { privateAddress } from '@/lib/private-address';

interface Props {
    readonly searchParams: Promise<{ token?: string | string[] }>;
}

export async function generateMetadata(): Promise<Metadata> {
    const t = await getTranslations('privacyByMail');
    return { title: t('confirmTitle'), robots: { index: false }, referrer: privateAddress };
}

/** Says what the link of a mail is about. Nothing begins before the button is pressed. */
export default async function ConfirmPrivacyRequestPage({ searchParams }: Props) {
    const [t, tKind, { token }] = await Promise.all([
        getTranslations('privacyByMail'),
        getTranslations('personalData'),
        searchParams,
    ]);
    const link = await fetchMailLink(token);
    return (
        <NarrowPage title={t('confirmTitle')}>
            {link && !link.request ? (
                <div className="grid gap-6">
                    <p>{t('confirmText', { kind: tKind(`kind_${link.kind}`) })}</p>
                    {link.kind === 'ERASURE' && <p className="text-muted">{t('eraseText')}</p>}
                    <ConfirmForm token={String(token)} />
                </div>
            ) : (
                <ExpiredLink />
            )}
        </NarrowPage>
    );
}
