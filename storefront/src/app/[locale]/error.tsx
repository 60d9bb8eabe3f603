'use client';

import { useTranslations } from 'next-intl';
import { FaultView } from '@/components/layout/fault-view';

/** Shown when a page could not be made, most often because the Shop API does not answer. */
export default function ErrorPage({ retry }: { retry: () => void }) {
    const t = useTranslations('fault');
    return <FaultView title={t('errorTitle')} text={t('errorText')} again={t('retry')} onAgain={retry} />;
}
