'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';

/** Shown when a page could not be made, most often because the Shop API does not answer. */
export default function ErrorPage({ reset }: { reset: () => void }) {
    const t = useTranslations('fault');
    return (
        <div className="mx-auto max-w-lg px-5 py-24 text-center md:py-36" role="alert">
            <h1 className="display text-4xl">{t('errorTitle')}</h1>
            <p className="mt-4 text-muted">{t('errorText')}</p>
            <Button className="mt-8" onClick={reset}>
                {t('retry')}
            </Button>
        </div>
    );
}
