import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { NarrowPage } from '@/components/layout/narrow-page';
import { ExpiredLink } from '@/features/privacy/expired-link';
import { FollowedRequest } from '@/features/privacy/followed-request';
import { fetchMailLink } from '@/features/privacy/mail-link';
import { privateAddress } from '@/lib/private-address';

interface Props {
    readonly searchParams: Promise<{ token?: string | string[] }>;
}

export async function generateMetadata(): Promise<Metadata> {
    const t = await getTranslations('privacyByMail');
    return { title: t('followTitle'), robots: { index: false }, referrer: privateAddress };
}

/** How far a request is, for whoever has the link that went by mail. */
export default async function FollowPrivacyRequestPage({ searchParams }: Props) {
    const [t, { token }] = await Promise.all([getTranslations('privacyByMail'), searchParams]);
    const link = await fetchMailLink(token);
    return (
        <NarrowPage title={t('followTitle')} lead={t('followText')}>
            {link?.request ? (
                <FollowedRequest request={link.request} token={String(token)} />
            ) : (
                <ExpiredLink />
            )}
        </NarrowPage>
    );
}
