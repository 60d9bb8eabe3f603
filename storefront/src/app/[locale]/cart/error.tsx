'use client';

import { useTranslations } from 'next-intl';
import { FaultView } from '@/components/layout/fault-view';

/** The cart is with the server, so that it is there still when this can't be read. */
export default function CartErrorPage({ retry }: { retry: () => void }) {
    const t = useTranslations('fault');
    return <FaultView title={t('cartTitle')} text={t('cartText')} again={t('retry')} onAgain={retry} />;
}
