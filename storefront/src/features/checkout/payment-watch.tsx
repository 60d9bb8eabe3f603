'use client';

import { useTranslations } from 'next-intl';
import { usePathname, useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { buttonStyle } from '@/components/ui/button';
import type { PaymentStatus } from './payment-documents';
import { pollingDelay, unusuallyLong } from './polling-delay';

/**
 * Asks how the payment stands, and has the page shown anew when that has changed. Without JavaScript its link is what
 * remains: it loads the page again.
 */
export function PaymentWatch({ state }: Pick<PaymentStatus, 'state'>) {
    const t = useTranslations('paymentProgress');
    const pathname = usePathname();
    const router = useRouter();
    const [asked, setAsked] = useState(0);
    useEffect(() => {
        const timer = setTimeout(() => {
            void fetchState(pathname).then(now => {
                if (now !== undefined && now !== state) {
                    router.refresh();
                }
                setAsked(asked + 1);
            });
        }, pollingDelay(asked));
        return () => clearTimeout(timer);
    }, [asked, pathname, router, state]);
    return (
        <>
            <a href={pathname} className={buttonStyle('quiet')}>
                {t('checkNow')}
            </a>
            {/* Comes last: when it grows, nothing moves. */}
            <p role="status" className="min-h-16 text-sm text-balance text-muted">
                {t(asked < unusuallyLong ? 'watching' : 'watchingLong')}
            </p>
        </>
    );
}

/** @returns `undefined` when there was no answer: the next question may get one. */
async function fetchState(pathname: string): Promise<string | null | undefined> {
    try {
        const response = await fetch(`${pathname}/state`, { cache: 'no-store' });
        return response.ok ? ((await response.json()) as { state: string | null }).state : undefined;
    } catch {
        return undefined;
    }
}
